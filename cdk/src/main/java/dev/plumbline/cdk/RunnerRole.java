package dev.plumbline.cdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.cdk.RemediationSettings.RemediatedStack;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * What one project may do. It is trusted by that project alone. Neither kind can write where
 * approvals are, start builds, or become somebody else.
 */
final class RunnerRole extends Construct {

  private final Role role;
  private final Rights rights;
  private final Remediation.Runner runner;
  private final RemediatedStack stack;

  RunnerRole(
      Construct scope,
      Remediation.Runner runner,
      RunnerKind kind,
      RemediatedStack stack,
      String project,
      LogGroup log) {
    super(scope, "Role");
    this.runner = runner;
    this.stack = stack;
    role = made(project);
    rights = new Rights(role);
    log.grantWrite(role);
    rights.allow("ReadScript", List.of(script()), "s3:GetObject");
    rights.allow("FindScript", List.of(scriptBucket()), "s3:GetBucketLocation", "s3:ListBucket");
    rights.allow("ReadGitToken", gitToken(), "secretsmanager:GetSecretValue");
    rights.allow("DecryptWhatIsRead", runner.deployment().decryptKeys(), "kms:Decrypt");
    findState();
    switch (kind) {
      case PLAN -> plan();
      case APPLY -> apply();
    }
  }

  Role role() {
    return role;
  }

  private Role made(String project) {
    Role.Builder builder =
        Role.Builder.create(this, "Role")
            .description("Plumbline's runner for one stack, as the project " + project)
            .assumedBy(
                ServicePrincipal.Builder.create("codebuild.amazonaws.com")
                    .conditions(
                        Map.of("StringEquals", Map.of("aws:SourceArn", projectArn(project))))
                    .build());
    String boundary = runner.settings().permissionsBoundary();
    if (!boundary.isEmpty()) {
      builder.permissionsBoundary(ManagedPolicy.fromManagedPolicyArn(this, "Boundary", boundary));
    }
    return builder.build();
  }

  private String projectArn(String project) {
    Stack here = Stack.of(this);
    return "arn:%s:codebuild:%s:%s:project/%s"
        .formatted(here.getPartition(), here.getRegion(), here.getAccount(), project);
  }

  /** It reads, and leaves one thing: the plan. It takes no lock, since that would be a write. */
  private void plan() {
    attach("Plan", stack.planPolicies());
    rights.allow("LeavePlans", List.of(plans()), "s3:PutObject");
    rights.allow("EncryptPlans", runner.plans().keyArns(), "kms:GenerateDataKey", "kms:Decrypt");
    rights.allow("ReadState", List.of(state()), "s3:GetObject");
    rights.deny(
        "NeverMore",
        List.of("*"),
        "sts:AssumeRole",
        "codebuild:StartBuild",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
        "dynamodb:DeleteItem");
  }

  private void apply() {
    attach("Apply", stack.applyPolicies());
    rights.allow("ReadPlans", List.of(plans()), "s3:GetObject", "s3:GetObjectVersion");
    rights.allow("DecryptPlans", runner.plans().keyArns(), "kms:Decrypt");
    rights.allow("WriteState", List.of(state()), "s3:GetObject", "s3:PutObject");
    if (stack.lockTable().isEmpty()) {
      rights.allow(
          "LockState",
          List.of(state() + ".tflock"),
          "s3:GetObject",
          "s3:PutObject",
          "s3:DeleteObject");
    } else {
      rights.allow(
          "LockState",
          List.of(rights.tableArn(stack.lockTable())),
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:DeleteItem");
    }
    rights.deny("NeverMore", List.of("*"), "sts:AssumeRole", "codebuild:StartBuild");
    rights.deny(
        "NeverApprove", List.of(runner.tableArn(), runner.tableArn() + "/index/*"), "dynamodb:*");
  }

  private void attach(String id, List<String> policies) {
    for (int i = 0; i < policies.size(); i++) {
      role.addManagedPolicy(ManagedPolicy.fromManagedPolicyArn(this, id + i, policies.get(i)));
    }
  }

  private void findState() {
    S3Location location = stack.stateLocation();
    rights.listBucket(
        "FindState", rights.bucketArn(location), List.of(location.key(), location.key() + ".*"));
  }

  private String state() {
    S3Location location = stack.stateLocation();
    return rights.bucketArn(location) + "/" + location.key();
  }

  /** In keys a stack's name is URL-encoded. */
  private String plans() {
    String folder = URLEncoder.encode(stack.name(), UTF_8);
    return runner.plans().bucket().getBucketArn() + "/plans/" + folder + "/*";
  }

  private String scriptBucket() {
    return runner.script().getBucket().getBucketArn();
  }

  private String script() {
    return scriptBucket() + "/" + runner.script().getS3ObjectKey();
  }

  private List<String> gitToken() {
    String arn = runner.settings().gitTokenSecret();
    return arn.isEmpty() ? List.of() : List.of(arn);
  }
}
