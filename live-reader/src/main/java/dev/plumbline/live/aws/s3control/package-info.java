/** S3 Control: what an account sets for all of its buckets. */
@NullMarked
package dev.plumbline.live.aws.s3control;

import org.jspecify.annotations.NullMarked;
