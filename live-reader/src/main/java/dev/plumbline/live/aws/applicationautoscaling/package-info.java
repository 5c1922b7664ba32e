/** Application Auto Scaling: scalable targets and their policies. */
@NullMarked
package dev.plumbline.live.aws.applicationautoscaling;

import org.jspecify.annotations.NullMarked;
