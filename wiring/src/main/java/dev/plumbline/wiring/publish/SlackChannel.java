package dev.plumbline.wiring.publish;

import dev.plumbline.engine.LoggedThreads;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Newcomer;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.slack.Alert;
import dev.plumbline.publish.slack.NewcomerNote;
import dev.plumbline.publish.slack.SlackAlert;
import dev.plumbline.publish.slack.SlackAlert.Mode;
import dev.plumbline.publish.slack.SlackAlert.Target;
import dev.plumbline.publish.slack.SlackSettings;
import dev.plumbline.wiring.publish.Published.Failure;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;

/** Brings each stack's message in Slack to the report. Thread-safe. */
public final class SlackChannel {

  private final URI endpoint;
  private final Secrets secrets;
  private final Stacks stacks;
  private final SlackAlert alerts;

  /**
   * @param endpoint where Slack's Web API is
   */
  public SlackChannel(URI endpoint, Secrets secrets, Stacks stacks, SlackAlert alerts) {
    this.endpoint = endpoint;
    this.secrets = secrets;
    this.stacks = stacks;
    this.alerts = alerts;
  }

  /**
   * What messages link.
   *
   * @param report where the whole report lies
   * @param issues what was just written
   */
  record Links(Optional<String> report, List<Outcome.Result> issues) {}

  List<SlackAlert.Result> publish(
      Report report,
      Destinations destinations,
      Links links,
      PublishOptions options,
      List<Failure> failures) {
    List<SlackAlert.Result> results = new ArrayList<>();
    for (StackReport stack : report.stacks()) {
      try (var _ = MDC.putCloseable(LoggedThreads.STACK, stack.stack())) {
        destinations
            .of(stack.stack())
            .slack()
            .ifPresent(
                to ->
                    Channel.attempt(
                        "Writing the message of stack %s to the Slack channel %s"
                            .formatted(stack.stack(), to.channel()),
                        failures,
                        () ->
                            results.add(publish(report, stack, to, destinations, links, options))));
      }
    }
    return results;
  }

  /** Says what somebody has made that no stack manages. */
  void newcomers(List<Newcomer> newcomers, Publish.Slack to, Duration patience)
      throws PublishException, SettingsException, IOException {
    NewcomerNote.post(newcomers, to.channel(), target(to, patience).settings());
  }

  private SlackAlert.Result publish(
      Report report,
      StackReport stack,
      Publish.Slack to,
      Destinations destinations,
      Links links,
      PublishOptions options)
      throws PublishException, SettingsException, IOException {
    if (stack.status() != StackStatus.SCANNED) {
      return new SlackAlert.Result(
          stack.stack(), SlackAlert.Action.QUIET, "the stack was not scanned");
    }
    Alert alert =
        new StackAlert(
                report, stack, stacks.findings(stack.stack()), destinations.offered(stack.stack()))
            .alert(issue(stack, destinations, links), links.report().orElse(""));
    return alerts.drift(
        alert, Findings.of(stack).fullyRead(), target(to, options.patience()), mode(options));
  }

  private String issue(StackReport stack, Destinations destinations, Links links)
      throws IOException {
    Optional<String> written =
        links.issues().stream()
            .filter(each -> each.stack().equals(stack.stack()) && !each.url().isEmpty())
            .map(Outcome.Result::url)
            .findFirst();
    if (written.isPresent()) {
      return written.get();
    }
    Optional<Publish.GitHub> github = destinations.of(stack.stack()).github();
    return stacks
        .find(stack.stack())
        .flatMap(StackRecord::issue)
        .map(
            it ->
                "%s/%s/issues/%d"
                    .formatted(
                        github
                            .flatMap(Publish.GitHub::baseUrl)
                            .map(url -> url.replaceFirst("/api/v3/?$", ""))
                            .orElse("https://github.com"),
                        it.repository(),
                        it.number()))
        .orElse("");
  }

  private static Mode mode(PublishOptions options) {
    if (options.dryRun()) {
      return Mode.DRY_RUN;
    }
    return options.baseline() ? Mode.BASELINE : Mode.WRITE;
  }

  private Target target(Publish.Slack to, Duration patience) throws SettingsException {
    String secret =
        to.tokenSecret()
            .orElseThrow(
                () ->
                    new SettingsException(
                        "There is no token for the Slack channel " + to.channel(),
                        "Set publish.slack.tokenSecret to the secret that holds the app's bot token."));
    return new Target(
        to.channel(), secret, new SlackSettings(endpoint, secrets.value(secret), patience));
  }
}
