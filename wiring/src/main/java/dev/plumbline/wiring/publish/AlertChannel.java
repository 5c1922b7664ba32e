package dev.plumbline.wiring.publish;

import dev.plumbline.engine.LoggedThreads;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.Turns;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.sns.LastFingerprint;
import dev.plumbline.publish.sns.SnsAlert;
import dev.plumbline.wiring.publish.Published.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.services.sns.SnsClient;

/** Tells each stack's topic when its drift changed. Thread-safe. */
public final class AlertChannel {

  private static final Logger LOG = LoggerFactory.getLogger(AlertChannel.class);

  private final Function<String, SnsClient> clients;
  private final Optional<String> topicArn;
  private final LastFingerprint last;
  private final Optional<SharedStore> store;

  /**
   * For a run without a store: two at once may say the same twice.
   *
   * @param clients the client for a topic, by its ARN
   * @param topicArn who is told where the configuration names no other topic
   */
  public AlertChannel(
      Function<String, SnsClient> clients, Optional<String> topicArn, LastFingerprint last) {
    this(clients, topicArn, last, Optional.empty());
  }

  /**
   * @param store lets one run at a time look whether the drift was told, and tell it
   */
  public AlertChannel(
      Function<String, SnsClient> clients,
      Optional<String> topicArn,
      LastFingerprint last,
      Optional<SharedStore> store) {
    this.clients = clients;
    this.topicArn = topicArn;
    this.last = last;
    this.store = store;
  }

  /** Whoever hears of that stack. */
  Optional<String> topic(Destinations destinations, String stack) {
    return destinations.of(stack).sns().or(() -> topicArn);
  }

  SnsClient client(String arn) {
    return clients.apply(arn);
  }

  List<SnsAlert.Result> publish(
      Report report, Destinations destinations, PublishOptions options, List<Failure> failures) {
    List<SnsAlert.Result> results = new ArrayList<>();
    for (StackReport stack : report.stacks()) {
      Optional<String> topic = topic(destinations, stack.stack());
      try (var _ = MDC.putCloseable(LoggedThreads.STACK, stack.stack())) {
        topic.ifPresent(
            arn ->
                Channel.attempt(
                    "Alerting %s of stack %s".formatted(arn, stack.stack()),
                    failures,
                    () -> results.addAll(alone(arn, report, stack, options))));
      }
    }
    return results;
  }

  /** The stacks whose drift is another than their topic was told; nobody is told now. */
  List<String> news(Report report, Destinations destinations, List<Failure> failures) {
    List<String> news = new ArrayList<>();
    for (StackReport stack : report.stacks()) {
      topic(destinations, stack.stack())
          .ifPresent(
              arn ->
                  Channel.attempt(
                      "Comparing stack %s with what was told of it".formatted(stack.stack()),
                      failures,
                      () -> news(arn, report, stack).ifPresent(news::add)));
    }
    return news;
  }

  private Optional<String> news(String arn, Report report, StackReport stack)
      throws PublishException {
    return new SnsAlert(new SilentSns(), arn, new Unchanged(last))
        .publish(Channel.only(report, List.of(stack))).stream()
            .filter(SnsAlert.Result::sent)
            .map(SnsAlert.Result::stack)
            .findFirst();
  }

  private List<SnsAlert.Result> alone(
      String arn, Report report, StackReport stack, PublishOptions options)
      throws PublishException, IOException {
    if (store.isEmpty() || options.dryRun() || stack.status() != StackStatus.SCANNED) {
      return alert(arn, report, stack, options);
    }
    Turns.Work<List<SnsAlert.Result>, PublishException> work =
        () -> {
          Optional<StackRecord> stored = store.get().stacks().find(stack.stack());
          return stored.filter(it -> it.laterThan(report)).isPresent()
              ? List.of(new SnsAlert.Result(stack.stack(), false, "a later scan was published"))
              : alert(arn, report, stack, options);
        };
    try {
      return store.get().turns(options.patience()).alone("the alert of " + stack.stack(), work);
    } catch (StoreException e) {
      // Better told twice than not at all.
      LOG.warn(
          "Alerting of {} without the store: {}",
          Plain.line(stack.stack()),
          Plain.line(String.valueOf(e.getMessage())));
      return alert(arn, report, stack, options);
    }
  }

  private List<SnsAlert.Result> alert(
      String arn, Report report, StackReport stack, PublishOptions options)
      throws PublishException {
    return alert(arn, options).publish(Channel.only(report, List.of(stack))).stream()
        .map(result -> said(result, options))
        .toList();
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
