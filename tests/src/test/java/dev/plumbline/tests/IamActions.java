package dev.plumbline.tests;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which IAM action a call needs. Nearly always they are called the same; S3 is the exception (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">its
 * table</a>).
 */
final class IamActions {

  private static final Map<String, String> OF_CALL =
      Map.ofEntries(
          Map.entry("budgets:DescribeBudgets", "budgets:ViewBudget"),
          Map.entry("budgets:DescribeNotificationsForBudget", "budgets:ViewBudget"),
          Map.entry("budgets:DescribeSubscribersForNotification", "budgets:ViewBudget"),
          Map.entry("s3:GetBucketAccelerateConfiguration", "s3:GetAccelerateConfiguration"),
          Map.entry("s3:GetBucketCors", "s3:GetBucketCORS"),
          Map.entry("s3:GetBucketEncryption", "s3:GetEncryptionConfiguration"),
          Map.entry("s3:GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
          Map.entry("s3:GetBucketNotificationConfiguration", "s3:GetBucketNotification"),
          Map.entry("s3:GetBucketReplication", "s3:GetReplicationConfiguration"),
          Map.entry("s3:GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration"),
          Map.entry("s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
          Map.entry("s3:HeadBucket", "s3:ListBucket"),
          Map.entry("s3:HeadObject", "s3:GetObject"),
          Map.entry("s3:ListBuckets", "s3:ListAllMyBuckets"),
          Map.entry("s3:ListObjectsV2", "s3:ListBucket"));

  /** API Gateway's actions are its methods. */
  private static final String OF_API_GATEWAY = "apigateway:GET";

  private IamActions() {}

  /** The action that a call, {@code service:Operation}, needs. */
  static String of(String call) {
    return call.startsWith("apigateway:") ? OF_API_GATEWAY : OF_CALL.getOrDefault(call, call);
  }

  /** A fault at every call that needs one of these actions. */
  static Fault at(Collection<String> actions, Fault.Kind kind) {
    Set<String> calls = new TreeSet<>(actions);
    OF_CALL.forEach(
        (call, action) -> {
          if (actions.contains(action)) {
            calls.add(call);
          }
        });
    String patterns = calls.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Fault.at(
        actions.contains(OF_API_GATEWAY) ? patterns + "|apigateway:.*" : patterns, kind);
  }
}
