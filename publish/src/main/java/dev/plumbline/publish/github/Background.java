package dev.plumbline.publish.github;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.publish.render.History;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a stack beside its report.
 *
 * @param history since when it drifts, and where its whole report lies
 * @param owners whose its resources are: the only ones who are mentioned
 * @param remediation the last one, if it still says something
 * @param commands whether comments on the issue are read
 */
public record Background(
    History history,
    List<Publish.Owner> owners,
    Optional<RemediationNews> remediation,
    boolean commands) {

  /** Nothing is known. */
  public static final Background NONE =
      new Background(History.NONE, List.of(), Optional.empty(), false);

  public Background {
    owners = List.copyOf(owners);
  }

  /** Where backgrounds come from. */
  @FunctionalInterface
  public interface Source {
    Background of(StackReport stack) throws IOException;
  }

  /** Why the issue stays open although nothing drifts; "" where there is no reason. */
  String hold() {
    return remediation.map(RemediationNews::hold).orElse("");
  }
}
