package dev.plumbline.wiring.publish;

import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.slack.SlackAlert;
import dev.plumbline.publish.sns.SnsAlert;
import java.util.List;
import java.util.Optional;

/**
 * What became of a report. Its texts hold data: escape them before printing.
 *
 * @param report where the whole report lies; empty where it could not be kept
 * @param issues what was done on GitHub
 * @param alerts what was sent, and what was not and why
 * @param messages what was done in Slack
 * @param failures what did not work; everything else was carried out all the same
 * @param news the stacks whose drift is another than their topic was told, and which the run's end
 *     is to tell
 */
public record Published(
    Optional<String> report,
    List<Outcome.Result> issues,
    List<SnsAlert.Result> alerts,
    List<SlackAlert.Result> messages,
    List<Failure> failures,
    List<String> news) {

  /** Where everybody was told. */
  public Published(
      Optional<String> report,
      List<Outcome.Result> issues,
      List<SnsAlert.Result> alerts,
      List<SlackAlert.Result> messages,
      List<Failure> failures) {
    this(report, issues, alerts, messages, failures, List.of());
  }

  public Published {
    issues = List.copyOf(issues);
    alerts = List.copyOf(alerts);
    messages = List.copyOf(messages);
    failures = List.copyOf(failures);
    news = List.copyOf(news);
  }

  /**
   * Something that could not be published.
   *
   * @param what what failed and why
   * @param action what to do, "" where {@code what} says it
   */
  public record Failure(String what, String action) {
    @Override
    public String toString() {
      return action.isEmpty() ? what : what + " " + action;
    }
  }
}
