package dev.plumbline.state.source;

/** An object's place in S3. */
record S3Place(String bucket, String key) {

  S3Place lockFile() {
    return new S3Place(bucket, key + ".tflock");
  }

  /** The key of the state's lock item in a DynamoDB table. */
  String lockId() {
    return bucket + "/" + key;
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key;
  }
}
