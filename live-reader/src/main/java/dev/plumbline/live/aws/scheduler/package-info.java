/** Amazon EventBridge Scheduler: schedules and their groups. */
@NullMarked
package dev.plumbline.live.aws.scheduler;

import org.jspecify.annotations.NullMarked;
