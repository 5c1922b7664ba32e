package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.publish.sns.LastFingerprint;
import dev.plumbline.publish.sns.SnsAlert;
import dev.plumbline.wiring.publish.Published.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.sns.SnsClient;

/** Tells each stack's topic when its drift changed. Thread-safe. */
public final class AlertChannel {

  private final Function<String, SnsClient> clients;
  private final Optional<String> topicArn;
  private final LastFingerprint last;

  /**
   * @param clients the client for a topic, by its ARN
   * @param topicArn who is told where the configuration names no other topic
   */
  public AlertChannel(
      Function<String, SnsClient> clients, Optional<String> topicArn, LastFingerprint last) {
    this.clients = clients;
    this.topicArn = topicArn;
    this.last = last;
  }

  List<SnsAlert.Result> publish(
      Report report, Destinations destinations, PublishOptions options, List<Failure> failures) {
    List<SnsAlert.Result> results = new ArrayList<>();
    for (StackReport stack : report.stacks()) {
      Optional<String> topic = destinations.of(stack.stack()).sns().or(() -> topicArn);
      topic.ifPresent(
          arn ->
              Channel.attempt(
                  "Alerting %s of stack %s".formatted(arn, stack.stack()),
                  failures,
                  () ->
                      alert(arn, options).publish(Channel.only(report, List.of(stack))).stream()
                          .map(result -> said(result, options))
                          .forEach(results::add)));
    }
    return results;
  }

  /** A baseline remembers what it does not send, a dry run does neither. */
  private SnsAlert alert(String arn, PublishOptions options) {
    if (options.dryRun()) {
      return new SnsAlert(new SilentSns(), arn, new Unchanged(last));
    }
    return new SnsAlert(options.baseline() ? new SilentSns() : clients.apply(arn), arn, last);
  }

  private static SnsAlert.Result said(SnsAlert.Result result, PublishOptions options) {
    if (!result.sent() || !(options.dryRun() || options.baseline())) {
      return result;
    }
    String note =
        options.baseline() ? "taken as known until it changes" : "would be sent; this is a dry run";
    return new SnsAlert.Result(result.stack(), false, note);
  }

  /** Knows what the real one knows, and learns nothing. */
  private record Unchanged(LastFingerprint real) implements LastFingerprint {
    @Override
    public Optional<String> get(String stack) throws IOException {
      return real.get(stack);
    }

    @Override
    public void put(String stack, String fingerprint) {}
  }
}
