/** AWS Lambda: functions. */
@NullMarked
package dev.plumbline.live.aws.lambda;

import org.jspecify.annotations.NullMarked;
