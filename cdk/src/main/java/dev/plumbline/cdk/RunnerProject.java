package dev.plumbline.cdk;

import dev.plumbline.cdk.RemediationSettings.RemediatedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.codebuild.CfnProject;
import software.amazon.awscdk.services.codebuild.CfnProject.EnvironmentVariableProperty;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * One project that plans, or applies, one stack's code. Its buildspec is fixed here, word by word:
 * a build is given an order and nothing else.
 */
final class RunnerProject extends Construct {

  private static final int QUEUED_MINUTES = 60;

  private final Remediation.Runner runner;
  private final RunnerKind kind;
  private final RemediatedStack stack;

  RunnerProject(
      Construct scope, Remediation.Runner runner, RunnerKind kind, RemediatedStack stack) {
    super(scope, "%s-%s".formatted(kind.word(), RunnerKind.plain(stack.name())));
    this.runner = runner;
    this.kind = kind;
    this.stack = stack;
    String name = kind.project(runner.settings().prefix(), stack.name());
    LogGroup log = log();
    RunnerRole role = new RunnerRole(this, runner, kind, stack, name, log);
    CfnProject project =
        CfnProject.Builder.create(this, "Project")
            .name(name)
            .description("Plumbline: %s the code of %s".formatted(kind.does(), stack.name()))
            .serviceRole(role.role().getRoleArn())
            .source(source())
            .artifacts(CfnProject.ArtifactsProperty.builder().type("NO_ARTIFACTS").build())
            .environment(environment())
            .logsConfig(logs(log))
            .timeoutInMinutes(runner.settings().timeoutMinutes())
            .queuedTimeoutInMinutes(QUEUED_MINUTES)
            .encryptionKey(runner.plans().keyArns().getFirst())
            .build();
    if (kind == RunnerKind.APPLY) {
      project.setConcurrentBuildLimit(1);
    }
    project.getNode().addDependency(role);
  }

  private LogGroup log() {
    return LogGroup.Builder.create(this, "Log")
        .retention(
            LogRetention.of(runner.deployment().logRetentionDays())
                .orElse(RetentionDays.THREE_MONTHS))
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private CfnProject.SourceProperty source() {
    return CfnProject.SourceProperty.builder()
        .type("S3")
        .location(
            "%s/%s".formatted(runner.script().getS3BucketName(), runner.script().getS3ObjectKey()))
        .buildSpec(buildspec())
        .build();
  }

  private String buildspec() {
    Path file = Path.of(runner.settings().runner(), "buildspec-%s.yml".formatted(kind.word()));
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file + " failed", e);
    }
  }

  private static CfnProject.LogsConfigProperty logs(LogGroup log) {
    return CfnProject.LogsConfigProperty.builder()
        .cloudWatchLogs(
            CfnProject.CloudWatchLogsConfigProperty.builder()
                .status("ENABLED")
                .groupName(log.getLogGroupName())
                .build())
        .build();
  }

  private CfnProject.EnvironmentProperty environment() {
    return CfnProject.EnvironmentProperty.builder()
        .type("LINUX_CONTAINER")
        .computeType("BUILD_GENERAL1_SMALL")
        .image(runner.settings().image())
        .privilegedMode(false)
        .environmentVariables(variables())
        .build();
  }

  private List<EnvironmentVariableProperty> variables() {
    RemediationSettings settings = runner.settings();
    List<EnvironmentVariableProperty> variables = new ArrayList<>();
    stack.sortedVariables().forEach((name, value) -> variables.add(plain(name, value)));
    variables.add(plain("PLUMBLINE_PLAN_BUCKET", runner.plans().bucket().getBucketName()));
    variables.add(plain("PLUMBLINE_GIT_BASE", settings.gitBase()));
    if (!settings.toolUrl().isEmpty()) {
      variables.add(plain("PLUMBLINE_TOOL_URL", settings.toolUrl()));
      variables.add(plain("PLUMBLINE_TOOL_SHA256", settings.toolSha256()));
    }
    if (!settings.gitTokenSecret().isEmpty()) {
      variables.add(variable("PLUMBLINE_GIT_TOKEN", settings.gitTokenSecret(), "SECRETS_MANAGER"));
    }
    return variables;
  }

  private static EnvironmentVariableProperty plain(String name, String value) {
    return variable(name, value, "PLAINTEXT");
  }

  private static EnvironmentVariableProperty variable(String name, String value, String type) {
    return EnvironmentVariableProperty.builder().name(name).value(value).type(type).build();
  }
}
