/** Amazon ElastiCache: clusters, replication groups, and the groups they take settings from. */
@NullMarked
package dev.plumbline.live.aws.elasticache;

import org.jspecify.annotations.NullMarked;
