/** AWS Step Functions: state machines and activities. */
@NullMarked
package dev.plumbline.live.aws.sfn;

import org.jspecify.annotations.NullMarked;
