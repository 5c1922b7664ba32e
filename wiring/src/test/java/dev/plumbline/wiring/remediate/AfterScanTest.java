package dev.plumbline.wiring.remediate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.CodeCheck.State;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Runner.Progress;
import dev.plumbline.state.StateIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AfterScanTest {

  private static final String QUEUE = "aws_sqs_queue.jobs";

  @TempDir private Path folder;
  private Followed followed;

  @BeforeEach
  void deploy() throws Exception {
    followed =
        new Followed(
            folder,
            """
            version: 1
            stacks:
              - name: shop
                state: shop.tfstate
                remediation:
                  source: {repository: acme/infra, directory: infra}
                  revert: auto
                  auto: [{answer: revert, when: 'resource.type == "aws_sqs_queue"'}]
              - {name: bare, state: bare.tfstate}
              - name: broken
                state: broken.tfstate
                remediation:
                  source: {repository: acme/infra, directory: infra}
                  revert: auto
                  auto: [{answer: revert, when: 'true'}]
            """);
  }

  @Test
  void drift_is_answered_by_the_rule_that_holds_for_it() throws Exception {
    follow(drifted("shop"));

    assertThat(followed.started).containsExactly("PLAN shop [aws_sqs_queue.jobs]");
    assertThat(followed.store.remediations().of("shop", 9))
        .singleElement()
        .satisfies(each -> assertThat(each.answer()).isEqualTo(Answer.REVERT))
        .satisfies(each -> assertThat(each.requester().realm()).isEqualTo(Actor.Realm.POLICY))
        .satisfies(each -> assertThat(each.phase()).isEqualTo(Phase.PLANNING));
  }

  @Test
  void a_stack_without_a_policy_is_only_told_of() throws Exception {
    follow(drifted("bare"));

    assertThat(followed.started).isEmpty();
    assertThat(followed.announced).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = StackStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "SCANNED")
  void nothing_follows_a_scan_that_did_not_read_the_stack(StackStatus status) throws Exception {
    accepted("shop", State.NOT_UPDATED);

    follow(report("shop", status, List.of()));

    assertThat(followed.started).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_UPDATED", "UNKNOWN"})
  void code_that_was_behind_what_was_accepted_is_looked_at_again_and_that_is_told(State before)
      throws Exception {
    accepted("shop", before);

    follow(report("shop", StackStatus.SCANNED, List.of()));

    assertThat(followed.started).containsExactly("CHECK shop [aws_sqs_queue.jobs]");
    assertThat(state()).isEqualTo(State.RUNNING);
    assertThat(followed.announced).isNotEmpty();
  }

  @Test
  void a_look_whose_end_was_not_heard_of_is_seen_through_and_told() throws Exception {
    accepted("shop", State.RUNNING);
    followed.progress = new Progress.Failed("init failed");

    follow(report("shop", StackStatus.SCANNED, List.of()));

    assertThat(state()).isEqualTo(State.UNKNOWN);
    assertThat(followed.announced.getLast().outcome()).contains("init failed");
  }

  @Test
  void code_that_says_what_was_accepted_is_not_looked_at_again() throws Exception {
    accepted("shop", State.UPDATED);

    follow(report("shop", StackStatus.SCANNED, List.of()));

    assertThat(followed.started).isEmpty();
    assertThat(followed.announced).isEmpty();
  }

  @Test
  void a_store_that_fails_for_one_stack_and_a_bug_in_another_stop_no_other() throws Exception {
    follow(drifted("broken"), drifted("odd"), drifted("shop"));

    assertThat(followed.started).containsExactly("PLAN shop [aws_sqs_queue.jobs]");
  }

  private State state() throws Exception {
    return followed.store.remediations().of("shop", 1).getFirst().codeCheck().orElseThrow().state();
  }

  private void follow(StackReport... stacks) throws Exception {
    for (StackReport stack : stacks) {
      followed.store.stacks().scanned(stack, new Scan("scan-1", Followed.NOW, ""), true);
    }
    followed
        .afterScan()
        .follow(
            new Report(
                "scan-1", Followed.NOW, Followed.NOW, new TreeMap<>(), Stream.of(stacks).toList()));
  }

  private void accepted(String stack, State check) throws Exception {
    Remediation done =
        new Remediation(
            "k7m2q9xw4c",
            stack,
            Answer.ACCEPT,
            new TreeSet<>(List.of(QUEUE)),
            false,
            new Actor(Actor.Realm.GITHUB, "ana"),
            new Origin.Api(),
            Followed.NOW,
            new Basis(7, "lineage", "sha256:f", new TreeMap<>()),
            Phase.DONE,
            Optional.empty(),
            List.of(),
            check == State.RUNNING
                ? List.of(new Run(Run.Kind.CHECK, "CHECK-0", "", Followed.NOW))
                : List.of(),
            "accepted",
            Followed.NOW,
            4,
            Optional.of(new CodeCheck(check, Followed.NOW, "c", new TreeMap<>(), "", "")));
    assertThat(followed.store.remediations().create(done)).isTrue();
  }

  private static StackReport drifted(String stack) {
    return report(
        stack,
        StackStatus.SCANNED,
        List.of(
            new ResourceReport(
                    QUEUE,
                    "aws_sqs_queue",
                    "q",
                    "111122223333",
                    "us-east-1",
                    Status.DELETED,
                    Optional.of(Severity.HIGH),
                    List.of(),
                    "it is gone")
                .withFingerprint("sha256:q")));
  }

  private static StackReport report(
      String stack, StackStatus status, List<ResourceReport> resources) {
    return new StackReport(
        stack,
        "production",
        status,
        Optional.empty(),
        Optional.of(new StateIdentity("s3://b/k", "v", 7, "lineage", "terraform", "1.11.4")),
        "sha256:f",
        new Summary(4, 3, 0, resources.size(), 0, 0, 0, 0, 1, 0, 0),
        resources,
        List.of(),
        List.of());
  }
}
