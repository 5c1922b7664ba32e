/** Tests of the KMS types. */
@NullMarked
package dev.plumbline.live.aws.cloudfront;

import org.jspecify.annotations.NullMarked;
