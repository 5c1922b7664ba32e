/** Tests of the S3 types. */
@NullMarked
package dev.plumbline.live.aws.s3;

import org.jspecify.annotations.NullMarked;
