package dev.plumbline.cdk;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;

/** Why some of cdk-nag's findings are left as they are. */
final class NagReasons {

  private NagReasons() {}

  static List<NagPackSuppression> all() {
    return List.of(
        rule(
            "AwsSolutions-SMG4",
            "With another deployment key no issue of ours would be found again, and of the webhook's secret GitHub has to be told: docs/how-to/commands.md says how it is rotated."),
        rule(
            "AwsSolutions-SQS3",
            "It is the dead-letter queue itself: of the scans, the schedules and the event rule, which cdk-nag does not follow."),
        rule(
            "AwsSolutions-S1",
            "Both buckets are private, and asked by the service's own roles alone. Who wants to know who read them has CloudTrail's data events; a bucket of access logs would be one more that holds data."),
        rule(
            "AwsSolutions-APIG4",
            "GitHub and Slack cannot sign for IAM. They sign the body with a secret, which their functions check before anything else."),
        wildcard(
            "Resource::\\*",
            "The states alone say which resources are read, so these may be any. ReaderPermissions lets through only what reads and hands out no content. A state machine's logs and traces cannot be scoped either."),
        wildcard(
            "Resource::arn:<AWS::Partition>:s3:::arrakis-tfstate\\/env:\\/\\*",
            "It is in deployment.json, word by word: an estate of workspaces, whose states are not known one by one."),
        wildcard(
            "Resource::<.*>\\/(reports|fingerprints|runs|slices)\\/\\*",
            "A folder of the service's own bucket: each report and each run is a new object."),
        wildcard(
            "Resource::arn:<AWS::Partition>:states:[\\w-]+:\\d+:execution:[\\w-]+-ScanRun\\/\\*",
            "The executions that a run makes of itself, one for each stack, by names that Step Functions gives."),
        wildcard(
            "Resource::<.*>\\/plans\\/([\\w%-]+\\/)?\\*",
            "A folder of the plan bucket: each plan is a new object. A runner's ends at its own stack."),
        wildcard(
            "Resource::arn:<AWS::Partition>:iam::\\d+:role\\/aws-reserved\\/sso\\.amazonaws\\.com\\/\\*",
            "Identity Center alone makes roles there, with names of its own; the function reads them to tell people from roles."));
  }

  private static NagPackSuppression rule(String id, String reason) {
    return NagPackSuppression.builder().id(id).reason(reason).build();
  }

  private static NagPackSuppression wildcard(String resource, String reason) {
    return NagPackSuppression.builder()
        .id("AwsSolutions-IAM5")
        .reason(reason)
        .appliesTo(List.of(RegexAppliesTo.builder().regex("/^%s$/g".formatted(resource)).build()))
        .build();
  }
}
