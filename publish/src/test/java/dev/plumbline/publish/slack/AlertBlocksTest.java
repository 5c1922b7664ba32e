package dev.plumbline.publish.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.slack.Click.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stack's message says and offers, as Slack would read it. */
class AlertBlocksTest {

  @Test
  void it_says_what_drifted_since_when_and_by_whom() {
    SentBlocks sent = sent(Alerts.drifted("sha256:1"), Optional.empty());

    assertThat(sent.text())
        .isEqualTo(
            """
            Drift in shop
            Stack `shop` (`production`) no longer matches its code. 2 drifted; 45 managed: 43 in sync; coverage 100%.
            *1 critical*, *1 low*
            • *critical* `aws_security_group.web["a"]`: `ingress`, since 2026-11-01 08:00 UTC, by `ana (console)`
            • *low* `aws_sqs_queue.jobs`: `tags`
            Scanned 2026-11-02T09:00:00Z. The whole report: s3://reports/reports/2026/11/02/090000-1.json""");
  }

  @Test
  void it_offers_what_the_policy_allows_each_after_a_question() {
    SentBlocks sent = sent(Alerts.drifted("sha256:1"), Optional.empty());

    assertThat(sent.labels())
        .containsExactly("Accept", "Revert", "Rescan", "Open the issue", "Open the report");
    assertThat(sent.clicks())
        .containsExactly(
            Click.of(Kind.ACCEPT, "shop"),
            Click.of(Kind.REVERT, "shop"),
            Click.of(Kind.RESCAN, "shop"));
    assertThat(sent.question("Accept")).contains("the state of shop");
    assertThat(sent.question("Revert")).contains("Plan to bring shop back");
    assertThat(sent.question("Rescan")).contains("Read shop again");
  }

  @Test
  void without_an_app_it_offers_nothing_that_would_not_be_answered() {
    Alert alert = Alerts.drifted("sha256:1");
    Alert mute =
        new Alert(
            alert.stack(),
            alert.environment(),
            alert.fingerprint(),
            alert.scannedAt(),
            alert.summary(),
            alert.counts(),
            alert.rows(),
            "javascript:alert(1)",
            "",
            List.of());

    assertThat(sent(mute, Optional.empty()).labels()).isEmpty();
  }

  @Test
  void while_a_remediation_is_under_way_no_other_is_offered() {
    SentBlocks sent = sent(Alerts.drifted("sha256:1"), Optional.of(Alerts.in("planning", false)));

    assertThat(sent.labels()).doesNotContain("Accept", "Revert").contains("Rescan");
    assertThat(sent.text())
        .contains("*Revert: planning* (`r123456789`, asked by `slack:U012AB3CD`, 2026-11-02");
  }

  @Test
  void a_plan_that_waits_is_shown_and_approving_names_its_hash_and_commit() {
    SentBlocks sent =
        sent(
            Alerts.drifted("sha256:1"),
            Optional.of(Alerts.waiting("  ~ resource \"aws_x\" \"a\" {\n      <b> & `c`\n    }")));

    assertThat(sent.text())
        .contains("*Plan* `r123456789-abababababab` of `c0ffee`: 2 update.")
        .contains("```\n  ~ resource \"aws_x\" \"a\" {\n      &lt;b&gt; &amp; ˋcˋ\n    }\n```");
    assertThat(sent.question("Approve")).contains(Alerts.HASH, "commit c0ffee");
    assertThat(sent.clicks())
        .contains(
            new Click(Kind.APPROVE, "shop", "r123456789-abababababab", List.of(), false),
            new Click(Kind.REJECT, "shop", "r123456789-abababababab", List.of(), false));
  }

  @Test
  void a_plan_that_something_speaks_against_can_be_rejected_only() {
    SentBlocks sent =
        sent(
            Alerts.drifted("sha256:1"),
            Optional.of(Alerts.waiting("x", "it would replace aws_db_instance.main")));

    assertThat(sent.labels()).contains("Reject").doesNotContain("Approve");
    assertThat(sent.text()).contains("• `it would replace aws_db_instance.main`");
  }

  @Test
  void a_long_plan_is_cut_to_what_slack_takes_and_says_so() {
    SentBlocks sent =
        sent(
            Alerts.drifted("sha256:1"),
            Optional.of(Alerts.waiting("    + \"key\" = \"value\"\n".repeat(5_000))));

    assertThat(sent.text()).containsPattern("… and 4,\\d{3} more lines");
    assertThat(sent.labels()).contains("Approve", "Reject");
  }

  @Test
  void in_sync_it_says_so_and_only_offers_to_look_again() {
    SentBlocks sent = sent(Alerts.clean(), Optional.empty());

    assertThat(sent.text()).startsWith("In sync: shop\nStack `shop` (`production`) has no drift.");
    assertThat(sent.labels()).containsExactly("Rescan");
  }

  @Test
  void what_is_not_shown_is_counted() {
    Alert alert = Alerts.drifted("sha256:1");
    Alert many =
        new Alert(
            alert.stack(),
            "",
            alert.fingerprint(),
            alert.scannedAt(),
            alert.summary(),
            List.of(new Alert.Count(Severity.HIGH, 1_200)),
            Collections.nCopies(10, alert.rows().getFirst()),
            "",
            "",
            List.of());

    assertThat(sent(many, Optional.empty()).text()).contains("and 1,192 more");
  }

  static List<String> attacks() {
    return HostileReport.ATTACKS;
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void an_attack_in_every_place_stays_text_within_slacks_limits(String attack) {
    Alert.Row row = new Alert.Row(Severity.HIGH, attack, attack, "since then", attack);
    Alert alert =
        new Alert(
            attack,
            attack,
            attack,
            "2026-11-02T09:00:00Z",
            "12 drifted.",
            List.of(new Alert.Count(Severity.HIGH, 12)),
            Collections.nCopies(10, row),
            attack,
            "s3://" + attack + "/" + attack,
            List.of(Offer.values()));
    Remedy remedy =
        new Remedy(
            attack,
            Offer.ACCEPT,
            attack,
            "awaiting approval",
            attack,
            "then",
            false,
            2,
            Optional.of(
                new Remedy.Waiting(
                    attack, attack, attack, "2 update", attack, "soon", List.of(attack, attack))));

    SentBlocks sent = sent(alert, Optional.of(remedy));

    assertThat(sent.text()).contains("*12 high*");
    assertThat(AlertBlocks.text(alert, Optional.of(remedy)).notification())
        .hasSizeLessThan(300)
        .doesNotContain("<", ">", "@");
  }

  private static SentBlocks sent(Alert alert, Optional<Remedy> remedy) {
    return SentBlocks.of(
        GsonFactory.createSnakeCase().toJson(AlertBlocks.text(alert, remedy).blocks()));
  }
}
