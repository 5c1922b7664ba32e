/** Amazon CloudFront, which belongs to an account and no region: distributions and policies. */
@NullMarked
package dev.plumbline.live.aws.cloudfront;

import org.jspecify.annotations.NullMarked;
