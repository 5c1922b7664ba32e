package dev.plumbline.remediation.codebuild;

import dev.plumbline.remediation.Runner.Progress;
import dev.plumbline.remediation.runner.RunExit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.BuildPhase;
import software.amazon.awssdk.services.codebuild.model.BuildPhaseType;
import software.amazon.awssdk.services.codebuild.model.ExportedEnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.PhaseContext;
import software.amazon.awssdk.services.codebuild.model.StatusType;

/** What a build's record says of how it went. */
final class BuildOutcome {

  /** What the script said, exported by the buildspec. */
  private static final String WHY = "PLUMBLINE_WHY";

  private static final Pattern EXIT = Pattern.compile("exit status (\\d{1,3})\\b");
  private static final int LONGEST = 2_000;

  private BuildOutcome() {}

  static Progress of(Build build) {
    return switch (build.buildStatus()) {
      case SUCCEEDED -> new Progress.Succeeded();
      case IN_PROGRESS -> new Progress.Running();
      case FAILED, FAULT, TIMED_OUT, STOPPED, UNKNOWN_TO_SDK_VERSION ->
          new Progress.Failed(why(build));
    };
  }

  private static String why(Build build) {
    return said(build)
        .or(() -> status(build).map(exit -> "The run ended because " + exit.meaning() + "."))
        .or(() -> phase(build))
        .orElseGet(
            () ->
                "The build ended as %s."
                    .formatted(lower(Optional.ofNullable(build.buildStatusAsString()))));
  }

  private static Optional<String> said(Build build) {
    return build.exportedEnvironmentVariables().stream()
        .filter(each -> each.name().equals(WHY))
        .map(ExportedEnvironmentVariable::value)
        .filter(value -> value != null && !value.isBlank())
        .map(value -> cut(value.strip()))
        .findFirst();
  }

  private static Optional<RunExit> status(Build build) {
    return failed(build)
        .flatMap(phase -> phase.contexts().stream())
        .flatMap(context -> EXIT.matcher(text(context.message())).results())
        .map(found -> Integer.parseInt(found.group(1)))
        .flatMap(code -> RunExit.of(code).stream())
        .findFirst();
  }

  /** What kept it from starting; a build's own phase may quote what it ran. */
  private static Optional<String> phase(Build build) {
    return failed(build)
        .filter(phase -> phase.phaseType() != BuildPhaseType.BUILD)
        .map(
            phase ->
                "The build ended as %s in its phase %s: %s"
                    .formatted(
                        lower(Optional.ofNullable(phase.phaseStatusAsString())),
                        lower(Optional.ofNullable(phase.phaseTypeAsString())),
                        cut(messages(phase))))
        .findFirst();
  }

  private static String messages(BuildPhase phase) {
    return phase.contexts().stream()
        .map(PhaseContext::message)
        .map(BuildOutcome::text)
        .filter(message -> !message.isBlank())
        .findFirst()
        .orElse("no reason was given");
  }

  private static Stream<BuildPhase> failed(Build build) {
    return build.phases().stream()
        .filter(phase -> phase.phaseStatus() != null)
        .filter(phase -> phase.phaseStatus() != StatusType.SUCCEEDED);
  }

  private static String text(@Nullable String message) {
    return Optional.ofNullable(message).orElse("");
  }

  private static String lower(Optional<String> name) {
    return name.orElse("unknown").toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
