/** Tests of the CloudWatch types. */
@NullMarked
package dev.plumbline.live.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
