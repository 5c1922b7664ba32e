package dev.plumbline.publish.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static dev.plumbline.publish.slack.FakeSlack.POST;
import static dev.plumbline.publish.slack.FakeSlack.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.plumbline.engine.store.StackRecord.Message;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.slack.SlackAlert.Action;
import dev.plumbline.publish.slack.SlackAlert.Mode;
import dev.plumbline.publish.slack.SlackAlert.Result;
import dev.plumbline.publish.slack.SlackAlert.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a stack's message is posted, rewritten or left alone, and what Slack is sent. */
class SlackAlertTest {

  private final FakeSlack slack = new FakeSlack();
  private final InMemory memory = new InMemory();
  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  private volatile Optional<Remedy> remedy = Optional.empty();

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void drift_is_posted_once_without_links_unfurled_or_names_linked() throws Exception {
    assertThat(drift(Alerts.drifted("sha256:1"))).isEqualTo(new Result("shop", Action.POSTED, ""));
    assertThat(drift(Alerts.drifted("sha256:1")).action()).isEqualTo(Action.QUIET);

    Map<String, String> form = only(POST);
    assertThat(form)
        .containsEntry("channel", "#infra")
        .containsEntry("text", "2 drifted resources in shop")
        .containsEntry("parse", "none")
        .containsEntry("link_names", "0")
        .containsEntry("unfurl_links", "0")
        .containsEntry("unfurl_media", "0");
    assertThat(SentBlocks.of(form.getOrDefault("blocks", "")).text()).startsWith("Drift in shop");
    assertThat(slack.server.getAllServeEvents().getFirst().getRequest().getHeader("Authorization"))
        .isEqualTo("Bearer xoxb-canary");
    assertThat(memory.find("shop").message()).contains(new Message("C012AB3CD", "1.000100"));
  }

  @Test
  void other_drift_is_written_into_the_same_message() throws Exception {
    drift(Alerts.drifted("sha256:1"));

    assertThat(drift(Alerts.drifted("sha256:2")).action()).isEqualTo(Action.UPDATED);

    assertThat(slack.sent(POST)).hasSize(1);
    assertThat(only(UPDATE))
        .containsEntry("channel", "C012AB3CD")
        .containsEntry("ts", "1.000100")
        .containsEntry("parse", "none")
        .containsEntry("link_names", "0");
    assertThat(SentBlocks.of(only(UPDATE).getOrDefault("blocks", "")).labels())
        .contains("Accept", "Revert", "Rescan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"message_not_found", "cant_update_message", "channel_not_found"})
  void a_message_that_is_gone_gets_a_new_one(String error) throws Exception {
    drift(Alerts.drifted("sha256:1"));
    slack.refuse(UPDATE, error);
    slack.answer(POST, okJson("{\"ok\":true,\"channel\":\"C012AB3CD\",\"ts\":\"2.000200\"}"));

    assertThat(drift(Alerts.drifted("sha256:2")).action()).isEqualTo(Action.POSTED);

    assertThat(memory.find("shop").message()).contains(new Message("C012AB3CD", "2.000200"));
  }

  @Test
  void twenty_who_publish_the_same_drift_at_once_write_one_message() throws Exception {
    List<Action> actions = atOnce(20, () -> drift(Alerts.drifted("sha256:1")).action());

    assertThat(slack.sent(POST)).hasSize(1);
    assertThat(slack.sent(UPDATE)).isEmpty();
    assertThat(actions).filteredOn(Action.POSTED::equals).hasSize(1);
    assertThat(memory.holders).isEmpty();
  }

  @Test
  void a_message_that_another_run_does_not_let_go_of_is_a_failure_in_time() {
    memory.take("slack/shop", "somebody", Duration.ofMinutes(1));
    SlackSettings hurried =
        new SlackSettings(slack.settings().endpoint(), "xoxb-canary", Duration.ofMillis(300));
    Target to = new Target("#infra", "slack-token", hurried);

    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> alerts().drift(Alerts.drifted("sha256:1"), true, to, Mode.WRITE))
        .withMessageContaining("stack shop is being written by another run")
        .satisfies(e -> assertThat(e.action()).contains("next scan"));
    assertThat(memory.holders).containsEntry("slack/shop", "somebody");
  }

  @Test
  void the_lease_is_given_back_after_a_failure() {
    slack.refuse(POST, "invalid_auth");

    assertThatThrownBy(() -> drift(Alerts.drifted("sha256:1"))).isNotNull();

    assertThat(memory.holders).isEmpty();
  }

  @Test
  void an_earlier_scan_does_not_overwrite_what_a_later_one_said() throws Exception {
    drift(Alerts.at(Alerts.drifted("sha256:2"), "2026-11-02T10:00:00Z"));

    assertThat(drift(Alerts.at(Alerts.drifted("sha256:1"), "2026-11-02T09:00:00Z")).note())
        .isEqualTo("a later scan was told already");
    assertThat(slack.sent(UPDATE)).isEmpty();
  }

  @Test
  void without_drift_nothing_is_said_of_a_stack_of_which_nothing_was() throws Exception {
    assertThat(drift(Alerts.clean())).isEqualTo(new Result("shop", Action.QUIET, "no drift"));
    assertThat(slack.sent(POST)).isEmpty();
  }

  @Test
  void a_stack_in_sync_again_closes_its_message_and_later_drift_gets_a_new_one() throws Exception {
    drift(Alerts.drifted("sha256:1"));

    assertThat(drift(Alerts.clean()).action()).isEqualTo(Action.UPDATED);
    assertThat(only(UPDATE)).containsEntry("text", "shop is in sync again");
    assertThat(drift(Alerts.clean()).action()).isEqualTo(Action.QUIET);

    Alert again = Alerts.at(Alerts.drifted("sha256:1"), "2026-11-03T09:00:00Z");
    assertThat(drift(again).action()).isEqualTo(Action.POSTED);
  }

  @Test
  void a_stack_that_could_not_be_read_whole_is_not_called_in_sync() throws Exception {
    drift(Alerts.drifted("sha256:1"));

    Result result = alerts().drift(Alerts.clean(), false, target("#infra"), Mode.WRITE);

    assertThat(result.note()).contains("the last message stands");
    assertThat(slack.sent(UPDATE)).isEmpty();
  }

  @Test
  void another_channel_gets_a_message_of_its_own() throws Exception {
    drift(Alerts.drifted("sha256:1"));

    Result result = alerts().drift(Alerts.drifted("sha256:1"), true, target("#other"), Mode.WRITE);

    assertThat(result.action()).isEqualTo(Action.POSTED);
    assertThat(slack.sent(POST))
        .extracting(form -> form.get("channel"))
        .containsExactly("#infra", "#other");
  }

  @Test
  void a_dry_run_says_what_it_would_do_and_does_nothing() throws Exception {
    assertThat(dryRun(Alerts.drifted("sha256:1")).note()).startsWith("would be posted");
    drift(Alerts.drifted("sha256:1"));
    assertThat(dryRun(Alerts.drifted("sha256:2")).note()).startsWith("would be updated");
    assertThat(dryRun(Alerts.drifted("sha256:1")).note()).startsWith("nothing changed");

    assertThat(slack.server.getAllServeEvents()).hasSize(1);
  }

  @Test
  void a_baseline_is_quiet_until_the_drift_changes() throws Exception {
    Result known =
        alerts().drift(Alerts.drifted("sha256:1"), true, target("#infra"), Mode.BASELINE);
    assertThat(known.note()).isEqualTo("taken as known until it changes");

    assertThat(drift(Alerts.drifted("sha256:1")).action()).isEqualTo(Action.QUIET);
    assertThat(slack.server.getAllServeEvents()).isEmpty();
    assertThat(drift(Alerts.drifted("sha256:2")).action()).isEqualTo(Action.POSTED);
  }

  @Test
  void a_step_of_a_remediation_is_written_beneath_the_drift_once() throws Exception {
    drift(Alerts.drifted("sha256:1"));
    remedy = Optional.of(Alerts.in("planning", false));

    assertThat(step().action()).isEqualTo(Action.UPDATED);
    assertThat(step().action()).isEqualTo(Action.QUIET);
    remedy = Optional.of(Alerts.waiting("~ plan"));
    assertThat(step().action()).isEqualTo(Action.UPDATED);

    String blocks = slack.sent(UPDATE).getLast().getOrDefault("blocks", "");
    assertThat(SentBlocks.of(blocks).text()).contains("Drift in shop", "```\n~ plan\n```");
    assertThat(SentBlocks.of(blocks).labels()).contains("Approve", "Reject");
    assertThat(drift(Alerts.drifted("sha256:1")).action()).isEqualTo(Action.QUIET);
  }

  @Test
  void the_end_of_a_remediation_is_told_on_a_message_that_was_closed() throws Exception {
    drift(Alerts.drifted("sha256:1"));
    remedy = Optional.of(Alerts.in("verifying", false));
    drift(Alerts.clean());
    remedy = Optional.of(Alerts.in("done", true));

    assertThat(step().action()).isEqualTo(Action.UPDATED);

    assertThat(SentBlocks.of(slack.sent(UPDATE).getLast().getOrDefault("blocks", "")).text())
        .contains("In sync: shop", "*Revert: done*");
  }

  @Test
  void what_the_code_is_found_to_say_after_the_end_is_told_and_the_same_only_once()
      throws Exception {
    drift(Alerts.drifted("sha256:1"));
    remedy = Optional.of(Alerts.in("done", true, "accepted, code not updated"));
    step();

    assertThat(step().action()).isEqualTo(Action.QUIET);
    remedy = Optional.of(Alerts.in("done", true, "accepted, and the code says the same"));
    assertThat(step().action()).isEqualTo(Action.UPDATED);

    assertThat(SentBlocks.of(slack.sent(UPDATE).getLast().getOrDefault("blocks", "")).text())
        .contains("accepted, and the code says the same");
  }

  @Test
  void a_remediation_of_a_stack_of_which_nothing_was_said_is_not_told() throws Exception {
    remedy = Optional.of(Alerts.in("planning", false));

    assertThat(step().action()).isEqualTo(Action.QUIET);
  }

  @Test
  void a_message_that_could_not_be_remembered_may_come_twice_but_is_not_lost() throws Exception {
    memory.failing = true;
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> drift(Alerts.drifted("sha256:1")));
    memory.failing = false;

    assertThat(drift(Alerts.drifted("sha256:1")).action()).isEqualTo(Action.POSTED);
  }

  @Test
  void too_many_requests_are_waited_out_as_slack_says() throws Exception {
    slack.server.stubFor(
        post(POST)
            .inScenario("limit")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("free")
            .willReturn(
                okJson("{\"ok\":false,\"error\":\"ratelimited\"}")
                    .withStatus(429)
                    .withHeader("Retry-After", "17")));

    slack.server.stubFor(
        post(POST)
            .inScenario("limit")
            .whenScenarioStateIs("free")
            .willReturn(okJson("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1\"}")));

    assertThat(drift(Alerts.drifted("sha256:1")).action()).isEqualTo(Action.POSTED);
    assertThat(waits).containsExactly(Duration.ofSeconds(17));
  }

  @Test
  void a_wait_longer_than_the_run_may_take_is_a_failure() {
    slack.answer(POST, aResponse().withStatus(429).withHeader("Retry-After", "3600"));

    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> drift(Alerts.drifted("sha256:1")))
        .withMessageContaining("asks to wait for 3600 s");
    assertThat(waits).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_auth, the bot token is not valid, tokenSecret",
    "token_revoked, the bot token is not valid, tokenSecret",
    "missing_scope, lacks the scope chat:write, Add the scope",
    "channel_not_found, there is no such channel, invite the app",
    "not_in_channel, the app is not in the channel, /invite",
    "is_archived, the channel is archived, Unarchive",
    "msg_blocks_too_long, did not accept what was written, bug",
    "fatal_error, Slack answered fatal_error, later"
  })
  void a_refusal_says_why_and_what_to_do(String error, String why, String action) {
    slack.refuse(POST, error);

    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> drift(Alerts.drifted("sha256:1")))
        .withMessageStartingWith("Posting a message to the Slack channel #infra failed: ")
        .withMessageContaining(why)
        .satisfies(e -> assertThat(e.action()).contains(action))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("xoxb-canary"));
    assertThat(memory.told).isEmpty();
  }

  @Test
  void a_server_that_fails_or_is_away_is_said_and_nothing_is_sent_twice() {
    slack.answer(POST, aResponse().withStatus(503).withBody("<html>"));
    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> drift(Alerts.drifted("sha256:1")))
        .withMessageContaining("HTTP 503");

    slack.answer(POST, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> drift(Alerts.drifted("sha256:1")))
        .withMessageContaining("cannot be reached");
    assertThat(slack.sent(POST)).hasSize(2);
  }

  @Test
  void the_token_is_not_sent_where_a_redirect_points() {
    slack.answer(
        POST,
        aResponse().withStatus(307).withHeader("Location", slack.server.baseUrl() + "/elsewhere"));

    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> drift(Alerts.drifted("sha256:1")))
        .withMessageContaining("HTTP 307");
    assertThat(slack.sent("/elsewhere")).isEmpty();
  }

  @Test
  void settings_do_not_print_their_token() {
    assertThat(slack.settings().toString()).doesNotContain("xoxb-canary");
  }

  private Result drift(Alert alert) throws PublishException, IOException {
    return alerts().drift(alert, true, target("#infra"), Mode.WRITE);
  }

  private Result dryRun(Alert alert) throws PublishException, IOException {
    return alerts().drift(alert, true, target("#infra"), Mode.DRY_RUN);
  }

  private Result step() throws PublishException, IOException {
    return alerts().remedy("shop", target("#infra"));
  }

  private SlackAlert alerts() {
    return new SlackAlert(memory, memory, _ -> remedy, this::pause);
  }

  private void pause(Duration wait) throws InterruptedException {
    waits.add(wait);
    Thread.sleep(2);
  }

  private Target target(String channel) {
    return new Target(channel, "slack-token", slack.settings());
  }

  private Map<String, String> only(String method) {
    assertThat(slack.sent(method)).hasSize(1);
    return slack.sent(method).getFirst();
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(Collections.nCopies(times, work))) {
        results.add(each.get());
      }
      return results;
    }
  }
}
