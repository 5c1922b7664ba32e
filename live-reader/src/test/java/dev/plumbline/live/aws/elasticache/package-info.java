/** Tests of the ElastiCache types. */
@NullMarked
package dev.plumbline.live.aws.elasticache;

import org.jspecify.annotations.NullMarked;
