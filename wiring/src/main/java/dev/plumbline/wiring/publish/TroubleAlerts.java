package dev.plumbline.wiring.publish;

import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.sns.TroubleMessage;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells people of trouble that keeps issues from being written: a line in the log each time, on
 * which a metric filter can count, and a message to the stacks' topics once a day. What cannot be
 * told stops nothing.
 *
 * @param alerts knows the topics
 * @param said what was told today
 */
record TroubleAlerts(
    AlertChannel alerts, Destinations destinations, Deliveries said, boolean dryRun) {

  private static final Logger LOG = LoggerFactory.getLogger(TroubleAlerts.class);

  private static final Duration DAY = Duration.ofDays(1);

  /** What whoever watches the log looks for. */
  static final String MARK = "ALARM github";

  void raise(String repository, PublishException trouble, List<String> stacks) {
    if (!trouble.trouble().isEmpty()) {
      raise(
          repository,
          new Outcome.Alarm(
              trouble.trouble(), String.valueOf(trouble.getMessage()), trouble.action()),
          stacks);
    }
  }

  void raise(String repository, Outcome.Alarm alarm, List<String> stacks) {
    LOG.error("{} kind={} repository={}", MARK, alarm.kind(), Plain.line(repository, 200));
    Set<String> topics = new LinkedHashSet<>();
    stacks.forEach(stack -> alerts.topic(destinations, stack).ifPresent(topics::add));
    if (!dryRun) {
      topics.forEach(topic -> send(topic, repository, alarm));
    }
  }

  private void send(String topic, String repository, Outcome.Alarm alarm) {
    String key = "trouble/%s/%s/%s".formatted(alarm.kind(), repository, topic);
    try {
      if (!isFirst(key)) {
        return;
      }
      alerts
          .client(topic)
          .publish(TroubleMessage.of(topic, repository, alarm.kind(), alarm.why(), alarm.action()));
    } catch (SdkException e) {
      LOG.error("{} could not be sent to {}: {}", MARK, topic, e.getClass().getSimpleName());
      forget(key);
    }
  }

  /** Where the store does not answer, it is told once too often rather than not at all. */
  private boolean isFirst(String key) {
    try {
      return said.first(key, DAY);
    } catch (StoreException e) {
      LOG.warn(
          "Whether {} was told today cannot be read: {}",
          Plain.line(key),
          Plain.line(String.valueOf(e.getMessage())));
      return true;
    }
  }

  private void forget(String key) {
    try {
      said.forget(key);
    } catch (StoreException e) {
      LOG.warn(
          "{} is told again tomorrow only: {}",
          Plain.line(key),
          Plain.line(String.valueOf(e.getMessage())));
    }
  }
}
