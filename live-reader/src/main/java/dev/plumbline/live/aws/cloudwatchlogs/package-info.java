/** Amazon CloudWatch Logs: log groups. */
@NullMarked
package dev.plumbline.live.aws.cloudwatchlogs;

import org.jspecify.annotations.NullMarked;
