package dev.plumbline.publish.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.github.RemediationNews.Gap;
import dev.plumbline.publish.github.RemediationNews.Stage;
import dev.plumbline.publish.render.History;
import dev.plumbline.publish.render.MarkdownReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IssueBodyTest {

  private static final int LIMIT = MarkdownReport.GITHUB_LIMIT;

  private static String body(StackReport stack, Background background) {
    return new IssueBody(Reports.of(stack), stack, background).text(LIMIT);
  }

  private static Background background(Publish.Owner... owners) {
    return new Background(
        new History(
            Map.of("aws_sns_topic.alerts", Instant.parse("2026-10-30T23:59:00Z")),
            "s3://reports/2026/11/02/090000-scan-1.json"),
        List.of(owners),
        Optional.empty(),
        true);
  }

  @Test
  void it_begins_with_what_a_manager_understands() {
    assertThat(body(Reports.freeside(), Background.NONE))
        .startsWith(
            "5 resources of <code>freeside</code> are not as the code says: somebody or something"
                + " changed them outside of it. The most severe is **critical**:"
                + " <code>aws_sns_topic.alerts</code> (<code>deleted</code>).");
  }

  @Test
  void the_table_says_since_when_and_who() {
    ResourceReport drift =
        Reports.drifted("aws_vpc.a", Severity.LOW)
            .withCause(new Cause("ana@acme.example", "CreateTags", Instant.EPOCH, "console"));
    StackReport stack =
        Reports.stack("prod", drift, Reports.deleted("aws_sns_topic.alerts", "gone"));
    assertThat(body(stack, background()))
        .contains(
            "| Severity | Resource | What | Since | Who |",
            "| CRITICAL | <code>aws_sns_topic.alerts</code> | <code>deleted</code> | 2026-10-30 |"
                + " unknown |",
            "| this scan | <code>ana&#64;acme.example</code> by <code>console</code>,"
                + " <code>CreateTags</code>, 1970-01-01 00:00 UTC |");
  }

  @Test
  void owners_of_what_drifted_are_mentioned_once() {
    String body =
        body(
            Reports.freeside(),
            background(
                new Publish.Owner(new Glob("module.net.*"), "@acme/network"),
                new Publish.Owner(new Glob("module.*"), "@acme/network"),
                new Publish.Owner(new Glob("aws_vpc.main"), "@acme/in-sync")));
    assertThat(body.split("@acme/network", -1)).hasSize(2);
    assertThat(body).contains("Whose it is: @acme/network\n").doesNotContain("@acme/in-sync");
  }

  @Test
  void commands_and_the_full_report_are_named_where_there_are_any() {
    assertThat(body(Reports.freeside(), background()))
        .contains("/plumbline rescan", "s3&#58;//reports/2026/11/02/090000-scan-1.json");
    assertThat(body(Reports.freeside(), Background.NONE))
        .doesNotContain("/plumbline", "The full report:");
  }

  @Test
  void the_least_severe_diffs_are_left_out_first_and_the_full_report_is_named() {
    ResourceReport[] many =
        IntStream.range(0, 400)
            .mapToObj(
                i ->
                    Reports.drifted(
                        "aws_vpc.v" + i,
                        i == 399 ? Severity.CRITICAL : Severity.LOW,
                        Reports.text("cidr_block", "a".repeat(300), "b".repeat(300))))
            .toArray(ResourceReport[]::new);
    String body = body(Reports.stack("prod", many), background());
    assertThat(body.length()).isLessThanOrEqualTo(LIMIT);
    assertThat(body)
        .contains("<details><summary><code>aws_vpc.v399</code> CRITICAL", "left out", "s3&#58;//");
    assertThat(body).contains("Kept by Plumbline", "What can be done here");
  }

  @Test
  void a_stack_in_sync_whose_code_was_not_updated_says_so() {
    StackReport clean = Reports.stack("prod", Reports.other("aws_vpc.a", Status.IN_SYNC, ""));
    Background held =
        new Background(History.NONE, List.of(), Optional.of(News.accepted(Gap.DIFFERS)), false);
    assertThat(body(clean, held))
        .contains("Everything in <code>prod</code> is as its state says.", "not be in the code yet")
        .contains("Accepted, code not updated");
  }

  @Test
  void it_stays_under_the_limit_whatever_is_in_it() {
    for (String attack : HostileReport.ATTACKS) {
      Background background =
          new Background(
              new History(Map.of(), attack),
              List.of(),
              Optional.of(News.hostile(attack, Stage.DONE, Gap.DIFFERS)),
              true);
      assertThat(body(HostileReport.stack(attack), background).length()).isLessThanOrEqualTo(LIMIT);
    }
  }
}
