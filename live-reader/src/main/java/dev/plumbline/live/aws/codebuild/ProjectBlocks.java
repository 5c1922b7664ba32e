package dev.plumbline.live.aws.codebuild;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.LogsConfig;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.ProjectBadge;

/** A project's attributes; most are called as the API calls them. */
final class ProjectBlocks {

  private static final Value DISABLED = Value.of(Map.of("status", Value.of("DISABLED")));

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
  private static Value logs(@Nullable LogsConfig logs) {
    if (logs == null) {
      return Value.none();
    }
    Map<String, Value> block = new TreeMap<>(Shape.fields(logs).entries());
    block.replaceAll((_, kind) -> kind.isEmpty() ? DISABLED : kind);
    return Value.of(block);
  }
}
