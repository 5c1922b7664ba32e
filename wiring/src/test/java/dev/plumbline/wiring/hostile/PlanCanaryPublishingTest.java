package dev.plumbline.wiring.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Severity;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.publish.Reports;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.plan.PlanReader;
import dev.plumbline.remediation.plan.PlanText;
import dev.plumbline.remediation.plan.ProposedPlan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The secrets of a recorded plan, by the product's own types, in no byte that is written. */
class PlanCanaryPublishingTest {

  private static final String STACK = "freeside";
  private static final Instant AT = Instant.parse("2026-11-02T09:05:00Z");
  private static final Path PLANS =
      Path.of("../remediation/src/test/resources/dev/plumbline/remediation/plan");

  @ParameterizedTest
  @ValueSource(strings = {"revert", "accept", "targeted", "extra", "replace"})
  void a_plan_is_told_everywhere_and_its_secrets_nowhere(String plan, @TempDir Path folder)
      throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(printed, true, UTF_8));
    try (Outlets outlets = new Outlets(folder)) {
      outlets.publish(
          Reports.of(
              Reports.stack(
                  STACK,
                  Reports.drifted(
                      "aws_sqs_queue.jobs", Severity.HIGH, Reports.text("name", "a", "b")))));
      for (Phase phase : Phase.values()) {
        outlets.announce(remediation(plan, phase));
      }

      assertThat(outlets.written()).allSatisfy((where, text) -> clean(where, text));
      clean("log", printed.toString(UTF_8));
      assertThat(outlets.comments()).anyMatch(text -> text.contains("aws_sqs_queue.jobs"));
    } finally {
      System.setErr(before);
    }
  }

  private static void clean(String where, String text) {
    assertThat(text).as(where).doesNotContain("CANARY-");
  }

  private static Remediation remediation(String recorded, Phase phase) throws Exception {
    byte[] json = Files.readAllBytes(PLANS.resolve(recorded + ".json"));
    assertThat(new String(json, UTF_8)).contains("CANARY-");
    ProposedPlan proposed = new PlanReader(ResourceTypes.aws()).read(json);
    boolean refresh = recorded.equals("accept");
    String text = new PlanText(ResourceTypes.aws()).of(proposed, proposed.steps(refresh));
    Plan plan =
        new Plan(
            "plans/freeside/remedy1234.tar.gz",
            "v1",
            "ab".repeat(32),
            "c0ffee",
            "1.11.4",
            7,
            "lineage",
            AT,
            AT.plusSeconds(3_600),
            proposed.actions(refresh),
            text,
            "",
            List.of());
    CodeCheck check =
        new CodeCheck(
            CodeCheck.State.NOT_UPDATED, AT, "c0ffee", proposed.actions(refresh), text, "");
    return new Remediation(
        "remedy1234",
        STACK,
        refresh ? Answer.ACCEPT : Answer.REVERT,
        new TreeSet<>(),
        false,
        new Actor(Actor.Realm.GITHUB, "ana"),
        new Origin.Comment("acme/infra", 5, 7),
        AT,
        new Basis(7, "lineage", "f", new TreeMap<>()),
        phase,
        Optional.of(plan),
        List.of(),
        List.of(),
        "",
        AT.plusSeconds(phase.ordinal()),
        1,
        Optional.of(check));
  }
}
