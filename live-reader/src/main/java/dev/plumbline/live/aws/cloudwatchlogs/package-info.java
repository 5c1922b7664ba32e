/** Amazon CloudWatch Logs: log groups, and what is kept of, filtered from and asked of them. */
@NullMarked
package dev.plumbline.live.aws.cloudwatchlogs;

import org.jspecify.annotations.NullMarked;
