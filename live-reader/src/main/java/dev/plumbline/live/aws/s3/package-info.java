/**
 * Amazon S3: buckets and what is set on them, read part by part. A part is asked for once in a
 * scan, for the bucket and for the resource of its own alike. Objects are never read or listed.
 */
@NullMarked
package dev.plumbline.live.aws.s3;

import org.jspecify.annotations.NullMarked;
