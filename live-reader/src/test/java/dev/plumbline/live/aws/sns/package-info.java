/** Tests of the SNS types. */
@NullMarked
package dev.plumbline.live.aws.sns;

import org.jspecify.annotations.NullMarked;
