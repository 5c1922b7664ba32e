package dev.plumbline.remediation.guard;

import static dev.plumbline.remediation.Requests.ANA;
import static dev.plumbline.remediation.Requests.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Outage;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakerTest {

  private static final Actor RULE = new Actor(Realm.POLICY, "true");

  @ParameterizedTest
  @CsvSource({"49,0,0,false", "50,0,0,true", "25,25,0,true", "0,0,9,false", "0,0,10,true"})
  void mass_drift_and_many_unreadable_open_it(
      int drifted, int deleted, int unreadable, boolean open) {
    assertThat(
            Breaker.open(
                    RemediationPolicy.Breaker.USUAL,
                    record(drifted, deleted, unreadable, NOON),
                    List.of(),
                    ANA)
                .isPresent())
        .isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1,3,false",
    "2,2,3,true",
    "2,3,3,false",
    "3,500,3,true",
    "2,500,3,false",
    "1,1,1,true",
    "9,500,10,false",
  })
  void a_service_that_did_not_answer_opens_it_however_little_is_unreadable(
      int unanswered, int asked, int limit, boolean open) {
    Outage outage = new Outage("sqs", "111122223333", "us-east-1", unanswered, asked);
    RemediationPolicy.Breaker limits = new RemediationPolicy.Breaker(50, 1_000, limit);

    Optional<Breaker.Open> opened =
        Breaker.open(limits, record(0, 0, unanswered, NOON, Optional.of(outage)), List.of(), ANA);

    assertThat(opened.isPresent()).isEqualTo(open);
    opened.ifPresent(
        it ->
            assertThat(it.why())
                .startsWith(
                    "sqs did not answer for %d of %d resources in 111122223333 us-east-1"
                        .formatted(unanswered, asked)));
  }

  @Test
  void a_failed_apply_opens_it_until_the_stack_was_read_again() {
    Remediation failed = applied("b-1");

    assertThat(open(NOON.minusSeconds(1), ANA, failed)).isTrue();
    assertThat(open(NOON.plusSeconds(1), ANA, failed)).isFalse();
  }

  @Test
  void a_policy_waits_until_a_person_made_it_go_well() {
    assertThat(open(NOON.plusSeconds(1), RULE, applied("b-1"))).isTrue();
    assertThat(open(NOON.plusSeconds(1), RULE, done(), applied("b-1"))).isFalse();
  }

  @Test
  void what_failed_before_anything_was_started_does_not_open_it() {
    assertThat(open(NOON.minusSeconds(1), ANA, applied(""))).isFalse();
    assertThat(
            open(
                NOON.minusSeconds(1),
                ANA,
                Requests.asked(Answer.REVERT).to(Phase.FAILED, "no plan", NOON)))
        .isFalse();
  }

  private static boolean open(Instant scannedAt, Actor by, Remediation... history) {
    return Breaker.open(
            RemediationPolicy.Breaker.USUAL, record(1, 0, 0, scannedAt), List.of(history), by)
        .isPresent();
  }

  private static Remediation applied(String reference) {
    return applying(reference).to(Phase.FAILED, "the apply failed", NOON);
  }

  private static Remediation done() {
    return applying("b-2").to(Phase.VERIFYING, "", NOON).to(Phase.DONE, "", NOON);
  }

  private static Remediation applying(String reference) {
    return Requests.asked(Answer.REVERT)
        .to(Phase.PLANNING, "", NOON)
        .to(Phase.AWAITING_APPROVAL, "", NOON)
        .to(Phase.APPLYING, "", NOON)
        .with(new Run(Run.Kind.APPLY, reference, "", NOON), NOON);
  }

  private static StackRecord record(int drifted, int deleted, int unreadable, Instant scannedAt) {
    return record(drifted, deleted, unreadable, scannedAt, Optional.empty());
  }

  private static StackRecord record(
      int drifted, int deleted, int unreadable, Instant scannedAt, Optional<Outage> outage) {
    return new StackRecord(
        "freeside",
        "production",
        StackStatus.SCANNED,
        "sha256:all",
        new Summary(100, 0, drifted, deleted, 0, unreadable, 0, 0, 1, 0, 0),
        "scan",
        scannedAt,
        "",
        7,
        "l",
        Optional.empty(),
        Optional.empty(),
        outage,
        Optional.empty(),
        List.of());
  }
}
