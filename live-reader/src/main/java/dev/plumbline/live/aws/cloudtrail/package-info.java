/** AWS CloudTrail: trails. */
@NullMarked
package dev.plumbline.live.aws.cloudtrail;

import org.jspecify.annotations.NullMarked;
