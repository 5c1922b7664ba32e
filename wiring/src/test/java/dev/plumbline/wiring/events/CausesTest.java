package dev.plumbline.wiring.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.scan.Merge.Dated;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.publish.Reports;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CausesTest {

  private static final Instant ONE = Instant.parse("2026-11-22T01:00:00Z");
  private static final Instant TWO = Instant.parse("2026-11-22T02:00:00Z");
  private static final Instant THREE = Instant.parse("2026-11-22T03:00:00Z");
  private static final ResourceReport DRIFT = drift("sha256:a");

  @Test
  void of_a_new_drift_the_last_who_changed_it_is_the_cause() {
    assertThat(who(List.of(), Set.of(), before(), change("bob", TWO), change("ana", ONE)))
        .contains("bob");
  }

  @Test
  void who_changed_it_after_the_drift_was_seen_did_not_cause_it() {
    assertThat(who(List.of(seen(TWO)), Set.of(), before(DRIFT), change("eve", THREE))).isEmpty();
    assertThat(
            who(
                List.of(seen(TWO)),
                Set.of(),
                before(DRIFT),
                change("eve", THREE),
                change("ana", ONE)))
        .contains("ana");
  }

  @Test
  void a_known_cause_stays_and_gives_way_only_to_a_later_one_before_the_drift_was_seen() {
    ResourceReport known = DRIFT.withCause(cause("ana", ONE));

    assertThat(who(List.of(seen(THREE)), Set.of(), before(known))).contains("ana");
    assertThat(who(List.of(seen(THREE)), Set.of(), before(known), change("bob", TWO)))
        .contains("bob");
    assertThat(
            who(
                List.of(seen(THREE)),
                Set.of(),
                before(DRIFT.withCause(cause("bob", TWO))),
                change("ana", ONE)))
        .contains("bob");
  }

  @Test
  void another_drift_than_before_has_a_cause_of_its_own() {
    ResourceReport other = drift("sha256:b").withCause(cause("ana", ONE));

    assertThat(who(List.of(), Set.of(), before(other), change("bob", THREE))).contains("bob");
    assertThat(who(List.of(), Set.of(), before(other))).isEmpty();
  }

  @Test
  void what_was_read_for_the_sake_of_another_was_changed_by_who_changed_that() {
    Causes causes =
        new Causes(
            List.of(new Touch("shop", "a.rule", cause("ana", ONE), false, "")),
            List.of(),
            address -> address.equals("a.queue") ? Set.of("a.rule") : Set.of());

    assertThat(causes.against(before()).apply(DRIFT).cause()).contains(cause("ana", ONE));
  }

  @Test
  void what_does_not_drift_has_no_cause() {
    ResourceReport inSync =
        new ResourceReport(
            "a.queue", "a", "id", "", "", Status.IN_SYNC, Optional.empty(), List.of(), "");
    Causes causes = new Causes(List.of(change("ana", ONE)), List.of(), _ -> Set.of());

    assertThat(causes.against(before()).apply(inSync).cause()).isEmpty();
  }

  private static Optional<String> who(
      List<Finding> findings, Set<String> origins, Dated before, Touch... changes) {
    return new Causes(List.of(changes), findings, _ -> origins)
        .against(before)
        .apply(DRIFT)
        .cause()
        .map(Cause::principal);
  }

  private static Dated before(ResourceReport... resources) {
    return new Dated(
        Reports.stack("shop", Stream.of(resources).toList(), List.of(), List.of()), ONE);
  }

  private static Touch change(String who, Instant at) {
    return new Touch("shop", "a.queue", cause(who, at), false, "");
  }

  private static Cause cause(String who, Instant at) {
    return new Cause(who, "SetQueueAttributes", at, "cli");
  }

  private static ResourceReport drift(String print) {
    return new ResourceReport(
            "a.queue", "a", "id", "", "", Status.DRIFTED, Optional.of(Severity.LOW), List.of(), "")
        .withFingerprint(print);
  }

  private static Finding seen(Instant since) {
    return new Finding(
        "shop",
        "a.queue",
        "a",
        Severity.LOW,
        "sha256:a",
        since,
        since,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        since,
        List.of());
  }
}
