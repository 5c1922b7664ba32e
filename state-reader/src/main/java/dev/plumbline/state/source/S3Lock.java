package dev.plumbline.state.source;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How the S3 backend of a state locks, as its configuration says. */
public sealed interface S3Lock {

  /** Not at all, or not to be looked at. */
  enum None implements S3Lock {
    NONE
  }

  /**
   * With an object beside the state, {@code <key>.tflock} ({@code use_lockfile = true}). S3 answers
   * 403 for an object that is not there to those who may not list the bucket, and that is an error,
   * not "unlocked": looking needs s3:ListBucket beside s3:GetObject.
   */
  enum LockFile implements S3Lock {
    LOCK_FILE
  }

  /**
   * With an item of a DynamoDB table, which also keeps the state's md5 digest ({@code
   * dynamodb_table}). Needs dynamodb:GetItem.
   *
   * @param client a client of the table's account and region; the caller closes it
   * @param table the table's name or ARN
   */
  record DynamoDb(DynamoDbClient client, String table) implements S3Lock {}
}
