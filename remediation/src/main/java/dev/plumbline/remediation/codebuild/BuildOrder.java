package dev.plumbline.remediation.codebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariable;

/** Which order a build was started for. */
final class BuildOrder {

  private BuildOrder() {}

  /** The order's id; empty for a build that somebody else started. */
  static Optional<String> of(Build build) {
    return build.environment().environmentVariables().stream()
        .filter(each -> each.name().equals(CodeBuildRunner.ORDER))
        .map(EnvironmentVariable::value)
        .findFirst()
        .flatMap(BuildOrder::id);
  }

  private static Optional<String> id(String order) {
    try {
      return Optional.ofNullable(new ObjectMapper().readTree(order).path("order").textValue());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
