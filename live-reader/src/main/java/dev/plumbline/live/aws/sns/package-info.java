/** Amazon SNS: topics. */
@NullMarked
package dev.plumbline.live.aws.sns;

import org.jspecify.annotations.NullMarked;
