/** Tests of what is read of Application Auto Scaling. */
@NullMarked
package dev.plumbline.live.aws.applicationautoscaling;

import org.jspecify.annotations.NullMarked;
