/** Tests of the CloudWatch Logs types. */
@NullMarked
package dev.plumbline.live.aws.cloudwatchlogs;

import org.jspecify.annotations.NullMarked;
