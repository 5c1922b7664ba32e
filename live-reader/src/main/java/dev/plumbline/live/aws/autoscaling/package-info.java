/** Amazon EC2 Auto Scaling: groups and what scales them. */
@NullMarked
package dev.plumbline.live.aws.autoscaling;

import org.jspecify.annotations.NullMarked;
