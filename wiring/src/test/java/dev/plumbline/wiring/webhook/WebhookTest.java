package dev.plumbline.wiring.webhook;

import static dev.plumbline.wiring.webhook.Delivered.comment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.StackRecord.Issue;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Remediations;
import dev.plumbline.wiring.github.GitHubReplies;
import dev.plumbline.wiring.github.GitHubSchemas;
import dev.plumbline.wiring.webhook.Webhook.Delivery;
import dev.plumbline.wiring.work.Work;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

  private static final Actor ANA = new Actor(Actor.Realm.GITHUB, "ana");
  private static final Origin COMMENT = new Origin.Comment("acme/infra", 12, 4711);
  private static final String REVERT = "/plumbline revert a.b";

  private final Inbox inbox = new Inbox();

  private void nothingHappened() {
    assertThat(inbox.put).isEmpty();
    assertThat(inbox.deliveries.until).isEmpty();
  }

  static Stream<Work> said() {
    return Stream.of(
        new Work.Ask(
            new Remediations.Request(
                "freeside", Answer.REVERT, Set.of("a.b"), true, false, ANA, COMMENT)),
        new Work.Approve("p-1", Optional.of("freeside"), ANA, COMMENT),
        new Work.Reject("p-1", Optional.of("freeside"), "no", ANA, COMMENT),
        new Work.Status("freeside", ANA, COMMENT),
        new Work.Help("", ANA, COMMENT),
        new Work.Help("There is no command destroy.", ANA, COMMENT),
        new Work.Ignore(
            "freeside", "a.b", Optional.of("c"), LocalDate.of(2027, 1, 31), "x", ANA, COMMENT));
  }

  private static String saying(Work work) {
    return "Please\n/plumbline "
        + switch (work) {
          case Work.Ask _ -> "revert a.b --include-changes";
          case Work.Approve _ -> "approve p-1";
          case Work.Reject _ -> "reject p-1 because no";
          case Work.Status _ -> "status";
          case Work.Help(String why, Actor _, Origin _) -> why.isEmpty() ? "help" : "destroy";
          case Work.Ignore _ -> "ignore a.b.c until 2027-01-31 because x";
          case Work.Rescan _ -> "rescan";
          case Work.Proceed _, Work.Scan _ -> throw new IllegalStateException("nobody says this");
        };
  }

  @ParameterizedTest
  @MethodSource("said")
  void what_is_said_on_a_stacks_issue_becomes_work(Work work) {
    assertThat(inbox.take(comment(saying(work)).signed())).isEqualTo(202);
    assertThat(inbox.put).containsExactly(work);
  }

  @Test
  void a_rescan_has_an_id_that_the_comment_gives_it() {
    inbox.take(comment("/plumbline rescan").signed());
    Inbox again = new Inbox();
    again.take(comment("/plumbline rescan").signed());

    assertThat(inbox.put.getFirst())
        .isInstanceOf(Work.Rescan.class)
        .isEqualTo(again.put.getFirst());
  }

  @Test
  void the_deliveries_of_these_tests_are_as_github_describes_them() throws IOException {
    GitHubSchemas schemas = new GitHubSchemas();
    assertThat(schemas.delivery("issue-comment/created", comment(REVERT).bytes())).isEmpty();
    assertThat(schemas.delivery("ping", Delivered.ping())).isEmpty();
    assertThat(
            schemas.delivery("issue-comment/created", comment("x").with("/action", "gone").bytes()))
        .isNotEmpty();
  }

  @Test
  void a_ping_is_answered() {
    assertThat(inbox.take(Delivered.signed("ping", Delivered.ping()))).isEqualTo(200);
    nothingHappened();
  }

  @Test
  void a_repeated_delivery_is_answered_and_does_nothing() {
    Delivery delivery = comment(REVERT).signed();
    assertThat(inbox.take(delivery)).isEqualTo(202);
    assertThat(inbox.take(delivery)).isEqualTo(200);
    inbox.now = inbox.now.plus(Duration.ofMinutes(10));
    assertThat(inbox.take(delivery)).isEqualTo(200);

    assertThat(inbox.put).hasSize(1);
    assertThat(inbox.deliveries.until.values())
        .containsExactly(inbox.now.minus(Duration.ofMinutes(10)).plus(Duration.ofDays(30)));
  }

  @Test
  void another_comment_with_the_same_words_is_another() {
    inbox.take(comment(REVERT).signed());
    inbox.take(
        comment(REVERT).with("/comment/id", JsonNodeFactory.instance.numberNode(4712)).signed());

    assertThat(inbox.put).hasSize(2);
    assertThat(inbox.once).doesNotHaveDuplicates();
  }

  @Test
  void what_the_queue_did_not_take_may_be_delivered_again() {
    inbox.queueDown = true;
    assertThat(inbox.take(comment(REVERT).signed())).isEqualTo(503);
    nothingHappened();
    inbox.queueDown = false;

    assertThat(inbox.take(comment(REVERT).signed())).isEqualTo(202);
  }

  @Test
  void without_the_store_or_the_secret_nothing_is_taken() {
    inbox.deliveries.down = true;
    assertThat(inbox.take(comment(REVERT).signed())).isEqualTo(503);
    inbox.deliveries.down = false;
    inbox.secretsDown = true;
    assertThat(inbox.take(comment(REVERT).signed())).isEqualTo(503);
    nothingHappened();
  }

  @Test
  void while_the_secret_is_rotated_both_count() {
    inbox.secrets = List.of("the new one", Delivered.SECRET);
    assertThat(inbox.take(comment(REVERT).signed())).isEqualTo(202);
    inbox.secrets = List.of("the new one");
    assertThat(inbox.take(comment("/plumbline status").signed())).isEqualTo(401);
    assertThat(inbox.put).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "sha256=00",
        "sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "sha256=0000000000000000000000000000000000000000000000000000000000000000",
        "SHA256=0000000000000000000000000000000000000000000000000000000000000000",
        "sha256=zz00000000000000000000000000000000000000000000000000000000000000",
        "sha256=0000000000000000000000000000000000000000000000000000000000000000,sha256=1"
      })
  void a_forged_signature_is_refused(String signature) {
    byte[] body = comment(REVERT).bytes();
    HttpAnswer answer =
        inbox.answer(new Delivery("application/json", "issue_comment", signature, body));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    nothingHappened();
  }

  @Test
  void a_signature_of_another_secret_or_another_body_is_refused() {
    byte[] body = comment(REVERT).bytes();
    assertThat(
            inbox.take(
                new Delivery(
                    "application/json",
                    "issue_comment",
                    Delivered.signature(body, "another"),
                    body)))
        .isEqualTo(401);
    assertThat(
            inbox.take(
                new Delivery(
                    "application/json",
                    "issue_comment",
                    Delivered.signature(comment("/plumbline status").bytes(), Delivered.SECRET),
                    body)))
        .isEqualTo(401);
    nothingHappened();
  }

  @Test
  void a_truncated_delivery_is_refused() {
    byte[] body = comment(REVERT).bytes();
    for (int length : List.of(0, 1, 10, body.length / 2, body.length - 1)) {
      byte[] cut = Arrays.copyOf(body, length);
      assertThat(
              inbox.take(
                  new Delivery(
                      "application/json",
                      "issue_comment",
                      Delivered.signature(body, Delivered.SECRET),
                      cut)))
          .isEqualTo(401);
      assertThat(inbox.take(Delivered.signed("issue_comment", cut))).isEqualTo(400);
    }
    nothingHappened();
  }

  @Test
  void a_huge_delivery_is_refused_before_it_is_looked_at() {
    byte[] body = comment(REVERT + "\n" + "x".repeat(1 << 20)).bytes();
    assertThat(inbox.take(Delivered.signed("issue_comment", body))).isEqualTo(413);
    nothingHappened();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "1",
        "\"text\"",
        "{}",
        "{\"action\":\"created\"}",
        "{\"action\":1}",
        "not json",
        "{\"action\":\"created\"} {}",
        "{\"action\":\"a\",\"action\":\"created\"}",
        "\u0000"
      })
  void a_malformed_delivery_is_refused(String body) {
    assertThat(inbox.take(Delivered.signed("issue_comment", body.getBytes(UTF_8)))).isEqualTo(400);
    nothingHappened();
  }

  @Test
  void a_delivery_nested_too_deep_is_malformed() {
    byte[] body = "[".repeat(500_000).getBytes(UTF_8);
    assertThat(inbox.take(Delivered.signed("issue_comment", body))).isEqualTo(400);
  }

  @Test
  void another_content_type_or_event_is_refused() {
    byte[] body = comment(REVERT).bytes();
    String signature = Delivered.signature(body, Delivered.SECRET);
    assertThat(
            inbox.take(
                new Delivery(
                    "application/x-www-form-urlencoded", "issue_comment", signature, body)))
        .isEqualTo(415);
    assertThat(inbox.take(new Delivery("", "issue_comment", signature, body))).isEqualTo(415);
    assertThat(inbox.take(new Delivery("application/json", "issues", signature, body)))
        .isEqualTo(400);
    assertThat(inbox.take(new Delivery("application/json", "", signature, body))).isEqualTo(400);
    assertThat(inbox.take(new Delivery("application/json", "ping", signature, body)))
        .isEqualTo(400);
    nothingHappened();
    assertThat(
            inbox.take(
                new Delivery("application/json; charset=utf-8", "issue_comment", signature, body)))
        .isEqualTo(202);
  }

  @Test
  void another_signed_event_under_this_ones_name_is_refused() {
    for (String kind :
        List.of(
            "{\"action\":\"created\",\"discussion\":{\"number\":12},\"comment\":{\"id\":1,\"body\":\"/plumbline revert\"}}",
            "{\"action\":\"created\",\"pull_request\":{\"number\":12},\"comment\":{\"id\":1,\"body\":\"/plumbline revert\"}}")) {
      assertThat(inbox.take(Delivered.signed("issue_comment", kind.getBytes(UTF_8))))
          .isEqualTo(400);
    }
    assertThat(
            inbox.take(
                comment(REVERT)
                    .with("/comment/issue_url", "https://api.github.com/repos/acme/infra/issues/13")
                    .signed()))
        .isEqualTo(400);
    nothingHappened();
  }

  static Stream<Delivered> ignored() {
    return Stream.of(
        comment(REVERT).with("/action", "edited"),
        comment(REVERT).with("/action", "deleted"),
        comment(REVERT).with("/sender/type", "Bot"),
        comment(REVERT).with("/comment/user/type", "Bot"),
        comment(REVERT).with("/sender/login", "dependabot[bot]"),
        comment(REVERT).with("/sender/login", "eve"),
        comment(REVERT)
            .with("/comment/user/login", "Plumbline-Bot")
            .with("/sender/login", "Plumbline-Bot"),
        comment(GitHubReplies.MARK + "\n" + REVERT),
        comment(REVERT).with("/issue/pull_request", JsonNodeFactory.instance.objectNode()),
        comment(REVERT).with("/comment/created_at", "2026-11-23T08:46:00Z"),
        comment(REVERT).with("/comment/created_at", "2026-11-23T09:16:00Z"),
        comment(REVERT).with("/issue/body", "no marker"),
        comment(REVERT).with("/issue/body", JsonNodeFactory.instance.nullNode()),
        comment(REVERT).with("/issue/body", Delivered.marker("freeside", "x".repeat(32))),
        comment(REVERT).with("/issue/body", Delivered.marker("another", Delivered.KEY)),
        comment("please " + REVERT),
        comment("> " + REVERT),
        comment("```\n" + REVERT + "\n```"),
        comment(""));
  }

  @ParameterizedTest
  @MethodSource("ignored")
  void what_is_not_a_persons_new_command_on_a_stacks_issue_is_left_alone(Delivered delivered) {
    assertThat(inbox.take(delivered.signed())).isEqualTo(200);
    nothingHappened();
  }

  @Test
  void a_marker_copied_to_another_issue_makes_none_of_it() {
    inbox.stacks.with("freeside", new Issue("acme/infra", 13));
    assertThat(inbox.take(comment(REVERT).signed())).isEqualTo(200);
    inbox.stacks.with("freeside", new Issue("acme/other", 12));
    assertThat(inbox.take(comment(REVERT).signed())).isEqualTo(200);
    nothingHappened();
  }

  @Test
  void a_comment_is_known_by_the_key_it_always_was() {
    inbox.take(comment("/plumbline revert a.b ü").signed());
    assertThat(inbox.once)
        .containsExactly(
            "comment:acme/infra/4711/2026-11-23T09:00:00Z/"
                + "4ec71d0dc3d9ad376d47fae99a3e8d1bb5e82967e484d3c59a0de34d64dca021");
  }

  @Test
  void a_stack_of_a_long_name_is_found_behind_many_others() throws Exception {
    String longName = "x".repeat(300);
    for (int i = 0; i < 150; i++) {
      inbox.stacks.with("a%03d".formatted(i), new Issue("acme/infra", 1000 + i));
    }
    inbox.stacks.with(longName, new Issue("acme/infra", 12));
    String identity =
        "sha256:"
            + HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(longName.getBytes(UTF_8)));
    assertThat(
            inbox.take(
                comment("/plumbline status")
                    .with("/issue/body", Delivered.marker(identity, Delivered.KEY))
                    .signed()))
        .isEqualTo(202);
    assertThat(inbox.put).containsExactly(new Work.Status(longName, ANA, COMMENT));
  }

  @Test
  void a_problem_is_json_that_says_what_is_wrong_and_nothing_of_what_was_sent() throws IOException {
    HttpAnswer answer =
        inbox.answer(
            Delivered.signed("issue_comment", "{\"action\":\"<script>\"}".getBytes(UTF_8)));

    assertThat(new JsonMapper().readTree(answer.body()).path("status").asInt()).isEqualTo(400);
    assertThat(answer.body()).contains("repository.full_name").doesNotContain("script");
  }
}
