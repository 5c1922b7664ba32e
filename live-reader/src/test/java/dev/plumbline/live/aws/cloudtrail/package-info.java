/** Tests of the CloudTrail types. */
@NullMarked
package dev.plumbline.live.aws.cloudtrail;

import org.jspecify.annotations.NullMarked;
