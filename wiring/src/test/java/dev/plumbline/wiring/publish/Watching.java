package dev.plumbline.wiring.publish;

import dev.plumbline.engine.store.Readings;
import dev.plumbline.engine.store.Revisions;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.publish.MemoryStore;
import dev.plumbline.publish.sns.LastFingerprint;
import dev.plumbline.wiring.KeptObjects;
import dev.plumbline.wiring.settings.Secrets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.SnsException;

/** Publishing to a topic and a bucket in memory, as what watches changes needs it. */
public final class Watching {

  private final Topics topics = new Topics();
  private final KeptObjects bucket = new KeptObjects();
  private final ReportStore reports = new ReportStore(bucket, "reports");
  private final LastReports last;
  private final AlertChannel channel;
  private final SharedStore store;
  private final Publishing publishing;
  private boolean broken;

  public Watching(Stacks stacks, Revisions revisions, MemoryStore shared) {
    last = new LastReports(stacks, revisions, reports);
    store = new SharedStore(stacks, shared, shared);
    channel =
        new AlertChannel(
            _ -> {
              if (broken) {
                throw SnsException.builder().message("the topic does not answer").build();
              }
              return topics;
            },
            Optional.of("arn:aws:sns:us-east-1:111122223333:drift"),
            new Prints(new HashMap<>()),
            Optional.of(store));
    publishing =
        new Publishing(
            reports,
            channel,
            new IssueChannel(
                new Secrets(
                    () -> {
                      throw new IllegalStateException("nobody asks for a secret");
                    },
                    InstantSource.system()),
                Optional.empty()),
            Optional.empty(),
            Optional.of(store),
            Optional.of(last));
  }

  /** Tells the same topic of what no stack manages. */
  public NewcomerAlerts newcomers(Readings told, InstantSource clock) {
    return new NewcomerAlerts(channel, Optional.empty(), store, told, clock);
  }

  public LastReports last() {
    return last;
  }

  public Publishing publishing() {
    return publishing;
  }

  /** Whether nobody can be told anything. */
  public void breakDown(boolean now) {
    broken = now;
  }

  /** Nobody finds what was kept. */
  public void lose() {
    bucket.objects().clear();
  }

  /** What was sent to the topic. */
  public List<String> alerts() {
    return topics.sent.stream().map(PublishRequest::message).toList();
  }

  private record Prints(Map<String, String> prints) implements LastFingerprint {
    @Override
    public Optional<String> get(String stack) {
      return Optional.ofNullable(prints.get(stack));
    }

    @Override
    public void put(String stack, String fingerprint) {
      prints.put(stack, fingerprint);
    }
  }
}
