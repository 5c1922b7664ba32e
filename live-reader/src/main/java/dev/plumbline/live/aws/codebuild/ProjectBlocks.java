package dev.plumbline.live.aws.codebuild;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.codebuild.model.CloudWatchLogsConfig;
import software.amazon.awssdk.services.codebuild.model.LogsConfig;
import software.amazon.awssdk.services.codebuild.model.LogsConfigStatusType;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.ProjectBadge;
import software.amazon.awssdk.services.codebuild.model.S3LogsConfig;

/** A project's attributes; most are called as the API calls them. */
final class ProjectBlocks {

  private static final CloudWatchLogsConfig NO_EVENTS =
      CloudWatchLogsConfig.builder().status(LogsConfigStatusType.DISABLED).build();

  private static final S3LogsConfig NO_FILES =
      S3LogsConfig.builder().status(LogsConfigStatusType.DISABLED).build();

  private ProjectBlocks() {}

  static Attributes put(Attributes attributes, Project project) {
    ProjectBadge badge = project.badge();
    String visibility = project.projectVisibilityAsString();
    return attributes
        .from(project)
        .put("badge_enabled", badge != null && Boolean.TRUE.equals(badge.badgeEnabled()))
        .put("badge_url", badge == null ? null : badge.badgeRequestUrl())
        .put("build_timeout", project.timeoutInMinutes())
        .put("environment", environment(Shape.of(project.environment())))
        .put("logs_config", logs(project.logsConfig()))
        .put("project_visibility", visibility == null ? "PRIVATE" : visibility)
        .put("queued_timeout", project.queuedTimeoutInMinutes())
        .put("secondary_source_version", project.secondarySourceVersions())
        .tags(project.tags());
  }

  private static Value environment(Value answer) {
    return Shape.renamed(answer, Map.of("environment_variables", "environment_variable"));
  }

  /** The provider spells out a kind of logs that is not kept. */
  private static @Nullable Map<String, SdkPojo> logs(@Nullable LogsConfig logs) {
    if (logs == null) {
      return null;
    }
    CloudWatchLogsConfig events = logs.cloudWatchLogs();
    S3LogsConfig files = logs.s3Logs();
    return Map.of(
        "cloudwatch_logs", events == null ? NO_EVENTS : events,
        "s3_logs", files == null ? NO_FILES : files);
  }
}
