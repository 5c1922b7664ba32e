/** Tests of the S3 Control types. */
@NullMarked
package dev.plumbline.live.aws.s3control;

import org.jspecify.annotations.NullMarked;
