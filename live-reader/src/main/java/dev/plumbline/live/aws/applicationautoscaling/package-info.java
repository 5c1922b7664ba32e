/** Application Auto Scaling: what of other services scales, and by which policies. */
@NullMarked
package dev.plumbline.live.aws.applicationautoscaling;

import org.jspecify.annotations.NullMarked;
