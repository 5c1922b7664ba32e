/** AWS Lambda: functions, what belongs to them and what calls them. */
@NullMarked
package dev.plumbline.live.aws.lambda;

import org.jspecify.annotations.NullMarked;
