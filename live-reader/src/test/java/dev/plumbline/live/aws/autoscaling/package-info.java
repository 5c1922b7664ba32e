/** Tests of what is read of Amazon EC2 Auto Scaling. */
@NullMarked
package dev.plumbline.live.aws.autoscaling;

import org.jspecify.annotations.NullMarked;
