/** Amazon SNS: topics, their policies and subscriptions. */
@NullMarked
package dev.plumbline.live.aws.sns;

import org.jspecify.annotations.NullMarked;
