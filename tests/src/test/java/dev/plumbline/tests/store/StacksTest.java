package dev.plumbline.tests.store;

import static dev.plumbline.tests.store.ScanSample.drifted;
import static dev.plumbline.tests.store.ScanSample.report;
import static dev.plumbline.tests.store.ScanSample.scan;
import static dev.plumbline.tests.store.ScanSample.undrifted;
import static dev.plumbline.tests.store.ScanSample.unread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StacksTest {

  private static final String QUEUE = "aws_sqs_queue.jobs";
  private static final String TOPIC = "aws_sns_topic.news";

  @RegisterExtension static final BothStores STORES = new BothStores();

  @ParameterizedTest
  @EnumSource
  void a_scan_is_remembered_with_its_findings(StoreKind kind) throws Exception {
    Stacks stacks = STORES.empty(kind).stacks();

    StackRecord record =
        stacks.scanned(
            report("shop", 7, drifted(QUEUE, "a"), undrifted(TOPIC, Status.IN_SYNC)),
            scan(1),
            true);

    assertThat(stacks.find("shop")).contains(record);
    assertThat(record.fingerprint()).isEqualTo("sha256:7");
    assertThat(record.serial()).isEqualTo(7);
    assertThat(record.lineage()).isEqualTo("lineage");
    assertThat(record.scanId()).isEqualTo("scan-01");
    assertThat(record.reportUri()).isEqualTo("s3://reports/01.json");
    assertThat(record.summary().managed()).isEqualTo(2);
    assertThat(stacks.findings("shop"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.address()).isEqualTo(QUEUE);
              assertThat(finding.firstSeen()).isEqualTo(scan(1).startedAt());
              assertThat(finding.occurrences()).isEqualTo(1);
              assertThat(finding.open()).isTrue();
            });
    assertThat(stacks.find("pantry")).isEmpty();
    assertThat(stacks.findings("pantry")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_finding_stays_goes_and_comes_back_as_one(StoreKind kind) throws Exception {
    Stacks stacks = STORES.empty(kind).stacks();
    stacks.scanned(report("shop", 1, drifted(QUEUE, "a")), scan(1), true);
    stacks.scanned(report("shop", 2, drifted(QUEUE, "a")), scan(2), true);
    stacks.scanned(report("shop", 3, undrifted(QUEUE, Status.IN_SYNC)), scan(3), true);
    assertThat(stacks.findings("shop"))
        .singleElement()
        .satisfies(gone -> assertThat(gone.resolved()).contains(scan(3).startedAt()));

    stacks.scanned(report("shop", 4, drifted(QUEUE, "a")), scan(4), true);

    assertThat(stacks.findings("shop"))
        .singleElement()
        .satisfies(
            back -> {
              assertThat(back.firstSeen()).isEqualTo(scan(1).startedAt());
              assertThat(back.lastSeen()).isEqualTo(scan(4).startedAt());
              assertThat(back.occurrences()).isEqualTo(2);
              assertThat(back.resolved()).isEmpty();
              assertThat(back.since()).isEqualTo(scan(4).startedAt());
              assertThat(back.earlier())
                  .containsExactly(new Finding.Spell(scan(1).startedAt(), scan(3).startedAt()));
            });
  }

  @ParameterizedTest
  @EnumSource
  void in_whatever_order_scans_are_written_the_one_that_began_last_stays(StoreKind kind)
      throws Exception {
    Stacks stacks = STORES.empty(kind).stacks();
    stacks.scanned(report("shop", 9, undrifted(QUEUE, Status.IN_SYNC)), scan(9), true);

    StackRecord now = stacks.scanned(report("shop", 1, drifted(QUEUE, "a")), scan(1), true);

    assertThat(now.scanId()).isEqualTo("scan-09");
    assertThat(now.fingerprint()).isEqualTo("sha256:9");
    assertThat(stacks.findings("shop")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void twenty_scans_at_once_leave_what_the_last_one_saw(StoreKind kind) throws Exception {
    Stacks stacks = STORES.empty(kind).stacks();
    List<Integer> minutes = new ArrayList<>(IntStream.rangeClosed(1, 20).boxed().toList());
    Collections.shuffle(minutes, new Random(7));

    // Each sees a drift of its own at one address, and one that all see at the other.
    Crowd.of(
        20,
        i -> {
          int minute = minutes.get(i);
          return () ->
              stacks.scanned(
                  report("shop", minute, drifted(QUEUE, "own-" + minute), drifted(TOPIC, "same")),
                  scan(minute),
                  true);
        });

    assertThat(stacks.find("shop").orElseThrow().fingerprint()).isEqualTo("sha256:20");
    assertThat(stacks.findings("shop"))
        .filteredOn(Finding::open)
        .extracting(Finding::fingerprint)
        .containsExactlyInAnyOrder("sha256:own-20", "sha256:same");
    assertThat(stacks.findings("shop"))
        .filteredOn(each -> each.address().equals(TOPIC))
        .singleElement()
        .satisfies(
            same -> {
              assertThat(same.occurrences()).isEqualTo(1);
              assertThat(same.lastSeen()).isEqualTo(scan(20).startedAt());
            });
  }

  @ParameterizedTest
  @EnumSource
  void a_part_of_a_stack_changes_only_what_it_read(StoreKind kind) throws Exception {
    Stacks stacks = STORES.empty(kind).stacks();
    StackRecord whole =
        stacks.scanned(report("shop", 1, drifted(QUEUE, "a"), drifted(TOPIC, "b")), scan(1), true);

    StackRecord now =
        stacks.scanned(report("shop", 2, undrifted(QUEUE, Status.IN_SYNC)), scan(2), false);

    assertThat(now).isEqualTo(whole);
    assertThat(open(stacks)).containsExactly(TOPIC);
  }

  @ParameterizedTest
  @EnumSource
  void a_whole_scan_that_began_before_a_part_was_read_does_not_undo_it(StoreKind kind)
      throws Exception {
    Stacks stacks = STORES.empty(kind).stacks();
    stacks.scanned(report("shop", 1, drifted(QUEUE, "a")), scan(1), true);
    stacks.scanned(report("shop", 3, undrifted(QUEUE, Status.IN_SYNC)), scan(3), false);

    stacks.scanned(report("shop", 2, drifted(QUEUE, "half"), drifted(TOPIC, "b")), scan(2), true);

    assertThat(open(stacks)).containsExactly(TOPIC);
  }

  @ParameterizedTest
  @EnumSource
  void a_scan_that_could_not_read_changes_how_it_ended_and_nothing_else(StoreKind kind)
      throws Exception {
    Stacks stacks = STORES.empty(kind).stacks();
    stacks.scanned(report("shop", 1, drifted(QUEUE, "a")), scan(1), true);

    StackRecord now = stacks.scanned(unread("shop", StackStatus.DEFERRED), scan(2), true);

    assertThat(now.status()).isEqualTo(StackStatus.DEFERRED);
    assertThat(now.scanId()).isEqualTo("scan-02");
    assertThat(now.fingerprint()).isEqualTo("sha256:1");
    assertThat(now.summary().drifted()).isEqualTo(1);
    assertThat(now.serial()).isEqualTo(1);
    assertThat(now.reportUri()).isEqualTo("s3://reports/01.json");
    assertThat(open(stacks)).containsExactly(QUEUE);
  }

  @ParameterizedTest
  @EnumSource
  void issue_and_message_outlive_scans_and_may_be_known_before_the_first(StoreKind kind)
      throws Exception {
    Stacks stacks = STORES.empty(kind).stacks();
    var issue = Optional.of(new StackRecord.Issue("acme/infra", 12));
    var message = Optional.of(new StackRecord.Message("C1", "1763.1"));
    stacks.issue("shop", issue);
    assertThat(stacks.find("shop")).isEmpty();

    stacks.scanned(report("shop", 1), scan(1), true);
    stacks.message("shop", message);
    stacks.scanned(report("shop", 2), scan(2), true);

    assertThat(stacks.find("shop").orElseThrow().issue()).isEqualTo(issue);
    assertThat(stacks.find("shop").orElseThrow().message()).isEqualTo(message);
    stacks.issue("shop", Optional.empty());
    assertThat(stacks.find("shop").orElseThrow().issue()).isEmpty();
    assertThat(stacks.find("shop").orElseThrow().message()).isEqualTo(message);
  }

  @ParameterizedTest
  @EnumSource
  void a_decision_is_noted_at_what_is_there_and_survives_scans(StoreKind kind) throws Exception {
    Stacks stacks = STORES.empty(kind).stacks();
    stacks.scanned(report("shop", 1, drifted(QUEUE, "a"), drifted(TOPIC, "b")), scan(1), true);
    stacks.scanned(
        report("shop", 2, drifted(QUEUE, "a"), undrifted(TOPIC, Status.IN_SYNC)), scan(2), true);
    var decision =
        new Finding.Decision(
            Finding.Verb.REVERTED,
            new Actor(Actor.Realm.SLACK, "U1"),
            scan(2).startedAt(),
            "aaaaaaaaa1");

    stacks.decided("shop", List.of("sha256:a", "sha256:b", "sha256:none"), decision);
    stacks.scanned(report("shop", 3, undrifted(QUEUE, Status.IN_SYNC)), scan(3), true);

    assertThat(stacks.findings("shop"))
        .extracting(Finding::address, Finding::decision)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(TOPIC, Optional.empty()),
            org.assertj.core.groups.Tuple.tuple(QUEUE, Optional.of(decision)));
  }

  @ParameterizedTest
  @EnumSource
  void stacks_are_listed_in_pages_in_the_order_of_their_names(StoreKind kind) throws Exception {
    Stacks stacks = STORES.empty(kind).stacks();
    for (String name : List.of("shop", "cellar", "pantry/eu", "pantry/us", "attic")) {
      stacks.scanned(report(name, 1), scan(1), true);
    }
    stacks.issue("never-scanned", Optional.of(new StackRecord.Issue("acme/infra", 1)));

    assertThat(stacks.list(Optional.empty(), 2))
        .extracting(StackRecord::stack)
        .containsExactly("attic", "cellar");
    assertThat(stacks.list(Optional.of("cellar"), 2))
        .extracting(StackRecord::stack)
        .containsExactly("pantry/eu", "pantry/us");
    assertThat(stacks.list(Optional.of("pantry/us"), 2))
        .extracting(StackRecord::stack)
        .containsExactly("shop");
    assertThat(stacks.list(Optional.of("shop"), 2)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_stack_with_hundreds_of_findings_is_kept_and_resolved_whole(StoreKind kind)
      throws Exception {
    Stacks stacks = STORES.empty(kind).stacks();
    ResourceReport[] drifted =
        IntStream.range(0, 250)
            .mapToObj(i -> drifted("aws_sqs_queue.jobs[%03d]".formatted(i), "f" + i))
            .toArray(ResourceReport[]::new);

    stacks.scanned(report("shop", 1, drifted), scan(1), true);
    assertThat(open(stacks)).hasSize(250).isSorted();
    // Nothing of them is managed any more.
    stacks.scanned(report("shop", 2), scan(2), true);

    assertThat(open(stacks)).isEmpty();
    assertThat(stacks.findings("shop")).hasSize(250);
  }

  private static List<String> open(Stacks stacks) throws StoreException {
    return stacks.findings("shop").stream().filter(Finding::open).map(Finding::address).toList();
  }
}
