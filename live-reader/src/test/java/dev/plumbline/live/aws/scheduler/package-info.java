/** Tests of the EventBridge Scheduler types. */
@NullMarked
package dev.plumbline.live.aws.scheduler;

import org.jspecify.annotations.NullMarked;
