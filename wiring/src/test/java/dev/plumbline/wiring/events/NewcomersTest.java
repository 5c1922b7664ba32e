package dev.plumbline.wiring.events;

import static dev.plumbline.wiring.events.Watched.NOON;
import static dev.plumbline.wiring.events.Watched.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody makes of a watched type: told where it is there and no stack has it, and once. */
class NewcomersTest {

  private static final String QUEUES = "https://sqs.us-east-1.amazonaws.com/123456789012/";
  private static final Instant BEFORE = NOON.minusSeconds(60);

  private final Watched watched = new Watched();

  NewcomersTest() throws Exception {
    watched.account.there.add(QUEUES + "rogue");
  }

  @Test
  void what_no_stack_has_is_told_with_who_made_it_by_what_with_which_call_and_when() {
    assertThat(watched.happens(made("rogue", "ana", "Admin", BEFORE))).isEmpty();

    assertThat(watched.told.alerts())
        .singleElement()
        .asString()
        .contains(
            "aws_sqs_queue " + QUEUES + "rogue",
            "123456789012 us-east-1",
            "CreateQueue by ana (role Admin), by cli, 2026-11-22T11:59:00Z");
  }

  @Test
  void what_is_gone_again_is_not_told() {
    watched.account.there.clear();

    assertThat(watched.happens(made("rogue", "ana", "Admin", BEFORE))).isEmpty();

    assertThat(watched.account.looked).hasSize(1);
    assertThat(watched.told.alerts()).isEmpty();
  }

  @Test
  void the_same_again_and_older_ones_behind_it_are_neither_looked_for_nor_told() {
    watched.happens(
        made("rogue", "bob", "Admin", BEFORE.minusSeconds(60)),
        made("rogue", "ana", "Admin", BEFORE),
        made("rogue", "ana", "Admin", BEFORE));
    watched.happens(made("rogue", "ana", "Admin", BEFORE));
    watched.happens(made("rogue", "bob", "Admin", BEFORE.minusSeconds(60)));

    assertThat(watched.account.looked).hasSize(1);
    assertThat(watched.told.alerts()).singleElement().asString().contains("ana (role Admin)");
  }

  @Test
  void what_was_taken_away_and_made_again_is_told_again() {
    watched.happens(made("rogue", "ana", "Admin", BEFORE));
    watched.happens(made("rogue", "bob", "Admin", BEFORE.plusSeconds(10)));

    assertThat(watched.told.alerts()).hasSize(2);
  }

  @Test
  void what_a_stack_is_known_to_have_is_not_looked_for() {
    watched.happens(made("orders", "ana", "Admin", BEFORE));

    assertThat(watched.account.looked).isEmpty();
  }

  @Test
  void only_calls_that_make_something_of_a_watched_type_are_looked_into() {
    watched.happens(
        made("rogue", "ana", "Admin", BEFORE).replace("CreateQueue", "TagQueue"),
        made("rogue", "ana", "Admin", BEFORE).replace("sqs.amazonaws", "sns.amazonaws"));

    assertThat(watched.account.looked).isEmpty();
  }

  @Test
  void what_a_rule_ignores_is_not_told() {
    watched.account.there.add(QUEUES + "scratch");

    watched.happens(made("scratch", "ana", "Admin", BEFORE));

    assertThat(watched.account.looked).hasSize(1);
    assertThat(watched.told.alerts()).isEmpty();
  }

  @Test
  void what_a_deployment_made_is_left_alone_until_its_state_has_it() {
    assertThat(watched.happens(made("rogue", "ci", "deploy", BEFORE))).isEmpty();
    assertThat(watched.queued.values()).containsExactly(Duration.ofSeconds(60));
    assertThat(watched.account.looked).isEmpty();

    watched.now = NOON.plusSeconds(61);
    assertThat(watched.happens(again())).isEmpty();

    assertThat(watched.told.alerts()).singleElement().asString().contains("ci (role deploy)");
  }

  @Test
  void what_terraform_made_is_left_alone_too_whoever_it_ran_as() {
    watched.happens(
        made("rogue", "ana", "Admin", BEFORE).replace("aws-cli/2", "APN/1.0 HashiCorp Terraform"));

    assertThat(watched.queued).hasSize(1);
  }

  @Test
  void what_a_locked_state_may_get_waits_and_is_not_told_where_the_state_has_it_then() {
    watched.account.locked = true;
    assertThat(watched.happens(made("rogue", "ana", "Admin", BEFORE))).isEmpty();
    assertThat(watched.queued.values()).containsExactly(Duration.ofSeconds(30));

    watched.account.locked = false;
    watched.account.there.clear();
    assertThat(watched.happens(again())).isEmpty();

    assertThat(watched.account.looked).hasSize(2);
    assertThat(watched.told.alerts()).isEmpty();
  }

  @Test
  void a_lock_that_is_never_given_back_does_not_hide_it_for_ever() {
    watched.account.locked = true;
    String event = made("rogue", "ana", "Admin", BEFORE);
    int waits = 0;
    while (watched.happens(event).isEmpty() && watched.told.alerts().isEmpty()) {
      event = again();
      watched.queued.clear();
      waits++;
    }

    assertThat(waits).isEqualTo(10);
    assertThat(watched.told.alerts()).hasSize(1);
  }

  @Test
  void what_could_not_be_told_is_told_by_the_next_delivery() {
    watched.told.breakDown(true);
    assertThat(watched.happens(made("rogue", "ana", "Admin", BEFORE))).containsExactly("m0");
    watched.told.breakDown(false);

    assertThat(watched.delivered(2, Duration.ofMinutes(5), made("rogue", "ana", "Admin", BEFORE)))
        .isEmpty();

    assertThat(watched.told.alerts()).hasSize(1);
  }

  @Test
  void what_cannot_be_looked_for_comes_again_and_keeps_no_drift_from_being_told() throws Exception {
    watched.account.denied = true;
    watched.drift(Watched.ORDERS, "sha256:a");

    assertThat(watched.happens(made("rogue", "ana", "Admin", BEFORE), set("orders", "ana", BEFORE)))
        .containsExactly("m0");

    assertThat(watched.told.alerts()).hasSize(1);
  }

  @Test
  void without_time_for_it_it_waits_and_has_not_failed() {
    List<String> failed =
        watched.delivered(1, Duration.ofSeconds(79), made("rogue", "ana", "Admin", BEFORE));

    assertThat(failed).isEmpty();
    assertThat(watched.account.looked).isEmpty();
    assertThat(watched.happens(again())).isEmpty();
    assertThat(watched.told.alerts()).hasSize(1);
  }

  private String again() {
    return List.copyOf(watched.queued.keySet()).getLast();
  }

  /** Somebody makes a queue. */
  private static String made(String queue, String who, String role, Instant at) {
    return set("", who, role, at)
        .replace("SetQueueAttributes", "CreateQueue")
        .replace(
            "\"requestParameters\":{\"queueUrl\":\"%s\"}".formatted(QUEUES),
            "\"requestParameters\":{\"queueName\":\"%s\"},\"responseElements\":{\"queueUrl\":\"%s\"}"
                .formatted(queue, QUEUES + queue));
  }
}
