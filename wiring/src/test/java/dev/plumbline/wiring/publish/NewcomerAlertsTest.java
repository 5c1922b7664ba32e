package dev.plumbline.wiring.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.store.Readings;
import dev.plumbline.publish.Newcomer;
import dev.plumbline.publish.sns.LastFingerprint;
import dev.plumbline.wiring.announce.SlackEstate;
import dev.plumbline.wiring.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of what somebody made beside the code. */
class NewcomerAlertsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final String POST = "/api/chat.postMessage";
  private static final String CONFIGURATION =
      """
      version: 1
      defaults:
        publish: {slack: {channel: "#infra", tokenSecret: slack-token}, sns: "arn:aws:sns:us-east-1:123456789012:drift"}
      """;

  @TempDir private Path folder;
  private final SlackEstate slack = new SlackEstate();
  private final Topics topics = new Topics();
  private final Told told = new Told();

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void the_channel_and_the_topic_hear_of_a_newcomer_once_with_who_made_it() throws Exception {
    tell(bucket("rogue", NOW));
    tell(bucket("rogue", NOW));

    assertThat(slack.sent(POST)).hasSize(1);
    assertThat(SlackEstate.form(slack.sent(POST).getFirst())).containsEntry("channel", "#infra");
    assertThat(slack.said("chat.postMessage"))
        .contains("1 new resource in no stack", "rogue", "CreateBucket", "mallory@acme.example");
    assertThat(topics.sent).hasSize(1);
  }

  @Test
  void what_is_made_again_is_told_again() throws Exception {
    tell(bucket("rogue", NOW));
    tell(bucket("rogue", NOW.plusSeconds(60)));

    assertThat(slack.sent(POST)).hasSize(2);
  }

  @Test
  void whom_slack_keeps_from_hearing_hears_later_and_the_others_once() throws Exception {
    slack.answer(POST, "{\"ok\":false,\"error\":\"channel_not_found\"}");
    assertThatIOException()
        .isThrownBy(() -> tell(bucket("rogue", NOW)))
        .withMessageContaining("#infra");
    slack.answer(POST, "{\"ok\":true,\"channel\":\"C012AB3CD\",\"ts\":\"1.1\"}");

    tell(bucket("rogue", NOW));

    assertThat(slack.sent(POST)).as("refused, and then taken").hasSize(2);
    assertThat(topics.sent).hasSize(1);
  }

  @Test
  void many_are_told_in_messages_that_slack_takes() throws Exception {
    tell(
        IntStream.range(0, 25)
            .mapToObj(each -> bucket("rogue-" + each, NOW))
            .toArray(Newcomer[]::new));

    assertThat(slack.sent(POST)).hasSize(3);
    assertThat(slack.said("chat.postMessage")).contains("5 new resources in no stack", "rogue-24");
  }

  @Test
  void what_somebody_calls_a_resource_is_no_markup() throws Exception {
    tell(bucket("<!channel> *boo* `x`", NOW));

    assertThat(slack.said("chat.postMessage")).doesNotContain("<!channel>");
  }

  private void tell(Newcomer... newcomers) throws Exception {
    Store store = Store.inFolder(folder, InstantSource.system());
    new NewcomerAlerts(
            new AlertChannel(_ -> topics, Optional.empty(), new Unasked()),
            Optional.of(slack.parts().channel()),
            new SharedStore(store.stacks(), store.leases(), store.deliveries()),
            told,
            InstantSource.fixed(NOW))
        .tell(
            Configuration.parse(CONFIGURATION, "test"),
            List.of(newcomers),
            List.of(),
            Duration.ofSeconds(10));
  }

  private static Newcomer bucket(String name, Instant made) {
    return new Newcomer(
        new Unmanaged("aws_s3_bucket", name, "123456789012", "us-east-1"),
        new Cause("mallory@acme.example", "CreateBucket", made, "console"));
  }

  /** They are of no stack whose drift could be known. */
  private static final class Unasked implements LastFingerprint {
    @Override
    public Optional<String> get(String stack) {
      throw new AssertionError(stack);
    }

    @Override
    public void put(String stack, String fingerprint) {
      throw new AssertionError(stack);
    }
  }

  private static final class Told implements Readings {
    private final Map<String, Reading> all = new HashMap<>();

    @Override
    public Map<String, Reading> of(String stack, Collection<String> addresses) {
      Map<String, Reading> some = new HashMap<>();
      addresses.stream()
          .filter(each -> all.containsKey(stack + each))
          .forEach(each -> some.put(each, all.get(stack + each)));
      return some;
    }

    @Override
    public void keep(String stack, Map<String, Reading> readings) {
      readings.forEach((address, reading) -> all.merge(stack + address, reading, Reading::and));
    }
  }
}
