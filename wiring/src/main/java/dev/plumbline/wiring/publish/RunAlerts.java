package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Sha256;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.FailingStacks.Streak;
import dev.plumbline.engine.store.Runs.Result;
import dev.plumbline.publish.RunReport;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.sns.FailingMessage;
import dev.plumbline.publish.sns.LastFingerprint;
import dev.plumbline.publish.sns.RunDigest;
import dev.plumbline.wiring.publish.Published.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * Tells topics at a run's end what is new: one message each, however many stacks there are. What a
 * topic was told is remembered after it was: a message may come twice, but none is lost.
 * Thread-safe.
 */
final class RunAlerts {

  private static final Logger LOG = LoggerFactory.getLogger(RunAlerts.class);

  /** What whoever watches the log looks for. */
  private static final String MARK = "ALARM stacks-failing";

  private static final Duration KEPT = Duration.ofDays(14);

  private final AlertChannel alerts;
  private final LastFingerprint last;
  private final Deliveries said;

  RunAlerts(AlertChannel alerts, LastFingerprint last, Deliveries said) {
    this.alerts = alerts;
    this.last = last;
    this.said = said;
  }

  /** What a topic is told. */
  private record Told(List<Result> news, List<Result> unread, List<Result> untold) {
    Told() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The same for the same news, so that they are not told twice in a run. */
    String print() {
      List<String> parts = new ArrayList<>();
      news.forEach(each -> parts.add(each.stack() + " " + each.fingerprint()));
      unread.forEach(each -> parts.add(each.stack()));
      untold.forEach(each -> parts.add(each.stack()));
      return Sha256.ofEach(parts.toArray(String[]::new));
    }
  }

  /** Tells what drifted, and what was not scanned. */
  void digest(RunReport run, Destinations destinations, List<Failure> failures) {
    SortedMap<String, Told> byTopic = new TreeMap<>();
    Function<String, Told> topic = arn -> byTopic.computeIfAbsent(arn, _ -> new Told());
    for (Result result : run.results()) {
      Channel.attempt(
          "Comparing stack %s with what was told of it".formatted(result.stack()),
          failures,
          () -> {
            if (isNews(result)) {
              alerts
                  .topic(destinations, result.stack())
                  .ifPresent(arn -> topic.apply(arn).news().add(result));
            }
          });
    }
    for (Result result : run.unread()) {
      alerts
          .topic(destinations, result.stack())
          .ifPresent(arn -> topic.apply(arn).unread().add(result));
    }
    for (Result result : run.untold()) {
      alerts
          .topic(destinations, result.stack())
          .ifPresent(arn -> topic.apply(arn).untold().add(result));
    }
    if (!run.problems().isEmpty()) {
      alerts.topic(destinations, "").ifPresent(arn -> byTopic.putIfAbsent(arn, new Told()));
    }
    byTopic.forEach(
        (arn, told) ->
            Channel.attempt(
                "Sending the run's digest to " + arn, failures, () -> digest(arn, run, told)));
  }

  /** Another scan may have told it since. */
  private boolean isNews(Result result) throws IOException {
    return result.news() && last.get(result.stack()).filter(result.fingerprint()::equals).isEmpty();
  }

  private void digest(String arn, RunReport run, Told told) throws IOException {
    RunDigest digest = new RunDigest(run, told.news(), told.unread(), told.untold());
    once("digest/%s/%s/%s".formatted(run.run(), arn, told.print()), digest.request(arn));
    for (Result result : told.news()) {
      last.put(result.stack(), result.fingerprint());
    }
  }

  /** Tells of stacks that could not be scanned for so many runs that it is time to look. */
  void failing(String run, List<Streak> stacks, Destinations destinations, List<Failure> failures) {
    Map<String, List<Streak>> byTopic = new LinkedHashMap<>();
    for (Streak streak : stacks) {
      LOG.error("{} stack={} runs={}", MARK, Plain.line(streak.stack(), 200), streak.runs());
      alerts
          .topic(destinations, streak.stack())
          .ifPresent(arn -> byTopic.computeIfAbsent(arn, _ -> new ArrayList<>()).add(streak));
    }
    byTopic.forEach(
        (arn, streaks) ->
            Channel.attempt(
                "Telling %s of stacks that fail".formatted(arn),
                failures,
                () -> once("failing/%s/%s".formatted(run, arn), FailingMessage.of(arn, streaks))));
  }

  private void once(String key, PublishRequest message) throws IOException {
    if (!said.first(key, KEPT)) {
      return;
    }
    try {
      alerts.client(message.topicArn()).publish(message);
    } catch (SdkException e) {
      said.forget(key);
      throw e;
    }
  }
}
