package dev.plumbline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Stacks.Scan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SightingsTest {

  private static final String QUEUE = "aws_sqs_queue.jobs";
  private static final String TOPIC = "aws_sns_topic.news";

  private final List<Finding> known = new ArrayList<>();

  @Test
  void what_is_new_is_first_seen_when_the_scan_began() {
    see(1, true, drifted(QUEUE, "a"));

    assertThat(known)
        .containsExactly(
            new Finding(
                "shop",
                QUEUE,
                "aws_sqs_queue",
                Severity.HIGH,
                "a",
                at(1),
                at(1),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at(1),
                List.of()));
  }

  @Test
  void what_is_still_there_is_last_seen_now() {
    see(1, true, drifted(QUEUE, "a"));
    see(2, true, drifted(QUEUE, "a"));

    assertThat(known).singleElement().extracting(Finding::firstSeen).isEqualTo(at(1));
    assertThat(known).singleElement().extracting(Finding::lastSeen).isEqualTo(at(2));
    assertThat(known).singleElement().extracting(Finding::occurrences).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"IN_SYNC", "IGNORED"})
  void what_was_read_and_is_gone_is_resolved(Status status) {
    see(1, true, drifted(QUEUE, "a"));
    see(2, true, resource(QUEUE, status));

    assertThat(known).singleElement().extracting(Finding::resolved).isEqualTo(resolved(2));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNREADABLE", "UNSUPPORTED"})
  void what_was_not_read_stays_as_it_was(Status status) {
    see(1, true, drifted(QUEUE, "a"));
    see(2, true, resource(QUEUE, status));

    assertThat(known).singleElement().extracting(Finding::resolved).isEqualTo(Optional.empty());
    assertThat(known).singleElement().extracting(Finding::lastSeen).isEqualTo(at(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"DEFERRED", "FAILED"})
  void a_scan_that_read_nothing_changes_nothing(StackStatus status) {
    see(1, true, drifted(QUEUE, "a"));

    assertThat(Sightings.of(known, report(status, List.of()), scan(2), true)).isEmpty();
  }

  @Test
  void drift_that_changed_is_another_finding_and_the_first_is_resolved() {
    see(1, true, drifted(QUEUE, "a"));
    see(2, true, drifted(QUEUE, "b"));

    assertThat(finding("a").resolved()).isEqualTo(resolved(2));
    assertThat(finding("b").firstSeen()).isEqualTo(at(2));
    assertThat(finding("b").open()).isTrue();
  }

  @Test
  void what_comes_back_is_the_same_again_and_what_was_decided_of_it_stays() {
    see(1, true, drifted(QUEUE, "a"));
    var decision =
        new Finding.Decision(
            Finding.Verb.ACCEPTED, new Actor(Actor.Realm.GITHUB, "ana"), at(1), "");
    known.set(0, known.getFirst().decided(decision));
    see(2, true, resource(QUEUE, Status.IN_SYNC));
    see(3, true, drifted(QUEUE, "a"));

    Finding back = finding("a");
    assertThat(back.occurrences()).isEqualTo(2);
    assertThat(back.resolved()).isEmpty();
    assertThat(back.firstSeen()).isEqualTo(at(1));
    assertThat(back.since()).isEqualTo(at(3));
    assertThat(back.earlier()).containsExactly(new Finding.Spell(at(1), at(2)));
    assertThat(back.decision()).contains(decision);
  }

  @Test
  void of_what_comes_and_goes_for_ever_the_latest_times_are_kept() {
    for (int i = 0; i < 70; i++) {
      see(2 * i, true, drifted(QUEUE, "a"));
      see(2 * i + 1, true, resource(QUEUE, Status.IN_SYNC));
    }

    assertThat(finding("a").occurrences()).isEqualTo(70);
    assertThat(finding("a").earlier()).hasSize(50);
    assertThat(finding("a").earlier().getLast()).isEqualTo(new Finding.Spell(at(136), at(137)));
  }

  @Test
  void an_address_that_the_whole_stack_no_longer_has_is_resolved_but_not_by_a_part_of_it() {
    see(1, true, drifted(QUEUE, "a"), drifted(TOPIC, "b"));

    see(2, false, drifted(TOPIC, "b"));
    assertThat(finding("a").open()).isTrue();
    see(3, true, drifted(TOPIC, "b"));
    assertThat(finding("a").resolved()).isEqualTo(resolved(3));
  }

  @Test
  void what_a_later_scan_read_is_left_to_it() {
    see(1, true, drifted(QUEUE, "a"));
    see(5, false, resource(QUEUE, Status.IN_SYNC));
    see(4, true, drifted(QUEUE, "half"), drifted(TOPIC, "b"));

    assertThat(known).extracting(Finding::fingerprint).containsExactly("a", "b");
    assertThat(finding("a").resolved()).isEqualTo(resolved(5));
  }

  @Test
  void the_same_scan_again_changes_nothing() {
    see(1, true, drifted(QUEUE, "a"));
    see(2, true, resource(QUEUE, Status.IN_SYNC), drifted(TOPIC, "b"));

    assertThat(
            Sightings.of(
                known,
                report(
                    StackStatus.SCANNED,
                    List.of(resource(QUEUE, Status.IN_SYNC), drifted(TOPIC, "b"))),
                scan(2),
                true))
        .isEmpty();
  }

  @Test
  void a_cause_once_known_is_not_forgotten() {
    Cause cause = new Cause("arn:aws:iam::1:user/ben", "SetQueueAttributes", at(0), "console");
    see(1, true, drifted(QUEUE, "a").withCause(cause));
    see(2, true, drifted(QUEUE, "a"));

    assertThat(finding("a").cause()).contains(cause);
  }

  @Test
  void drift_that_has_no_fingerprint_is_not_told_from_other_drift() {
    see(1, true, drifted(QUEUE, "a"));
    see(2, true, resource(QUEUE, Status.DRIFTED));

    assertThat(known).singleElement().extracting(Finding::open).isEqualTo(true);
  }

  private void see(int minute, boolean whole, ResourceReport... resources) {
    Map<String, List<Finding>> changes =
        Sightings.of(known, report(StackStatus.SCANNED, List.of(resources)), scan(minute), whole);
    changes.values().stream().flatMap(List::stream).forEach(this::keep);
  }

  private void keep(Finding changed) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).fingerprint().equals(changed.fingerprint())) {
        known.set(i, changed);
        return;
      }
    }
    known.add(changed);
  }

  private Finding finding(String fingerprint) {
    return known.stream()
        .filter(each -> each.fingerprint().equals(fingerprint))
        .findFirst()
        .orElseThrow();
  }

  private static Scan scan(int minute) {
    return new Scan("scan-" + minute, at(minute), "");
  }

  private static Instant at(int minute) {
    return Instant.parse("2026-11-23T09:00:00Z").plusSeconds(60L * minute);
  }

  private static Optional<Instant> resolved(int minute) {
    return Optional.of(at(minute));
  }

  private static ResourceReport drifted(String address, String fingerprint) {
    return resource(address, Status.DRIFTED).withFingerprint(fingerprint);
  }

  private static ResourceReport resource(String address, Status status) {
    return new ResourceReport(
        address,
        address.substring(0, address.indexOf('.')),
        "id",
        "",
        "",
        status,
        status == Status.DRIFTED ? Optional.of(Severity.HIGH) : Optional.empty(),
        List.of(),
        "");
  }

  private static StackReport report(StackStatus status, List<ResourceReport> resources) {
    return new StackReport(
        "shop",
        "",
        status,
        Optional.empty(),
        Optional.empty(),
        "",
        new Summary(0, 0, 0, 0, 0, 0, 0, 0, 1.0, 0, 0),
        resources,
        List.of(),
        List.of());
  }
}
