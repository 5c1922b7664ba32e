package dev.plumbline.cdk;

/** What the functions that scan have in common. */
final class Scanning {

  private Scanning() {}

  static void equip(ServiceFunction function, Platform platform) {
    new Grants(platform, function.rights()).scan();
    tell(function, platform);
  }

  /** Of what scans nothing, and publishes what others scanned. */
  static void publish(ServiceFunction function, Platform platform) {
    new Grants(platform, function.rights()).publish();
    tell(function, platform);
  }

  private static void tell(ServiceFunction function, Platform platform) {
    function.set("TOPIC_ARN", platform.alerts().topic().getTopicArn());
    if (!platform.deployment().githubTokenSecret().isEmpty()) {
      function.set("GITHUB_TOKEN_SECRET_ARN", platform.deployment().githubTokenSecret());
    }
  }

  static void mayPlan(ServiceFunction function, Platform platform) {
    function.set("PLAN_BUCKET", platform.storage().plans().bucket().getBucketName());
    function.set("RUNNER_PREFIX", platform.remediation().prefix());
  }
}
