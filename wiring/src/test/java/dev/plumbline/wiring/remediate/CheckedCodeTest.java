package dev.plumbline.wiring.remediate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.publish.github.RemediationNews.Accepted;
import dev.plumbline.publish.github.RemediationNews.Gap;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.remediation.Remediation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CheckedCodeTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private static Optional<Accepted> told(Optional<CodeCheck> check) {
    return new CheckedCode()
        .of(
            new Remediation(
                "k7m2q9xw4c",
                "shop",
                Answer.ACCEPT,
                new TreeSet<>(),
                false,
                new Actor(Actor.Realm.GITHUB, "ana"),
                new Origin.Api(),
                NOW,
                new Basis(3, "l", "sha256:1", new TreeMap<>()),
                Phase.DONE,
                Optional.empty(),
                List.of(),
                List.of(),
                "",
                NOW,
                4,
                check));
  }

  private static CodeCheck check(CodeCheck.State state, String text, String note) {
    return new CodeCheck(
        state, NOW, "abc", new TreeMap<>(Map.of("aws_sqs_queue.jobs", Step.UPDATE)), text, note);
  }

  @Test
  void code_that_says_what_was_accepted_is_no_news() {
    assertThat(told(Optional.of(check(CodeCheck.State.UPDATED, "", "")))).isEmpty();
    assertThat(told(Optional.empty())).isEmpty();
  }

  @Test
  void code_that_says_otherwise_is_told_with_the_lines_to_change() {
    Accepted accepted =
        told(Optional.of(
                check(
                    CodeCheck.State.NOT_UPDATED,
                    """
                      # aws_sqs_queue.jobs will be updated in-place
                      ~ resource "aws_sqs_queue" "jobs" {
                          ~ delay_seconds = 30 -> 0
                        }
                    """,
                    "")))
            .orElseThrow();

    assertThat(accepted.gap()).isEqualTo(Gap.DIFFERS);
    assertThat(accepted.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.address()).isEqualTo("aws_sqs_queue.jobs");
              assertThat(line.text()).isEqualTo("delay_seconds = 30");
            });
  }

  @Test
  void what_is_being_asked_or_could_not_be_is_told_as_that() {
    assertThat(told(Optional.of(CodeCheck.running(NOW))).orElseThrow().gap()).isEqualTo(Gap.ASKED);
    Accepted unknown = told(Optional.of(CodeCheck.unknown(NOW, "no build"))).orElseThrow();
    assertThat(unknown.gap()).isEqualTo(Gap.UNKNOWN);
    assertThat(unknown.note()).isEqualTo("no build");
  }
}
