/** Amazon CloudWatch: alarms and dashboards. Its logs are a service of their own. */
@NullMarked
package dev.plumbline.live.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
