package dev.plumbline.live.aws.s3;

/**
 * What S3 says of one part of a bucket.
 *
 * @param <T> S3's answer where the part is set
 */
sealed interface Setting<T> {

  /** It is set. */
  record Present<T>(T answer) implements Setting<T> {}

  /** The bucket has none. */
  record Absent<T>(String code) implements Setting<T> {}

  /** This partition or kind of bucket does not know such a part. */
  record Unknown<T>(String code) implements Setting<T> {}

  /** There is no such bucket. */
  record NoBucket<T>() implements Setting<T> {}
}
