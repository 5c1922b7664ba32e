/** Tests of the EventBridge types. */
@NullMarked
package dev.plumbline.live.aws.eventbridge;

import org.jspecify.annotations.NullMarked;
