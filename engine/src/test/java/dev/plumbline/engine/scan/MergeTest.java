package dev.plumbline.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.scan.Merge.Dated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergeTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");
  private static final Set<String> BOTH = Set.of("a.queue", "a.topic");

  @Test
  void what_a_part_did_not_read_stays_as_it_was() {
    StackReport merged =
        Merge.partInto(
            new Dated(stack(drifted("a.queue", "1"), drifted("a.topic", "2")), MONDAY),
            new Dated(stack(inSync("a.queue")), TUESDAY),
            BOTH);

    assertThat(statuses(merged)).containsExactly("a.queue IN_SYNC", "a.topic DRIFTED");
    assertThat(merged.resources().getLast().readAt()).contains(MONDAY);
    assertThat(merged.summary().managed()).isEqualTo(2);
    assertThat(merged.fingerprint())
        .isEqualTo(
            Merge.partInto(
                    new Dated(stack(inSync("a.queue")), MONDAY),
                    new Dated(stack(drifted("a.topic", "2")), TUESDAY),
                    BOTH)
                .fingerprint());
  }

  @Test
  void what_could_not_be_read_now_and_what_was_read_later_stands() {
    Dated known = new Dated(stack(drifted("a.queue", "1")), TUESDAY);

    assertThat(statuses(Merge.partInto(known, new Dated(stack(inSync("a.queue")), MONDAY), BOTH)))
        .containsExactly("a.queue DRIFTED");
    assertThat(
            statuses(
                Merge.partInto(
                    known,
                    new Dated(
                        stack(resource("a.queue", Status.UNREADABLE, "")), TUESDAY.plusSeconds(60)),
                    BOTH)))
        .containsExactly("a.queue DRIFTED");
  }

  @Test
  void what_the_state_has_no_more_goes() {
    assertThat(
            statuses(
                Merge.partInto(
                    new Dated(stack(drifted("a.queue", "1"), inSync("a.topic")), MONDAY),
                    new Dated(stack(), TUESDAY),
                    Set.of("a.topic"))))
        .containsExactly("a.topic IN_SYNC");
  }

  @Test
  void a_whole_scan_takes_in_what_was_read_after_it_began_and_nothing_older() {
    Dated parts =
        new Dated(
            stack(
                drifted("a.queue", "1"),
                inSync("a.topic").withReadAt(Optional.of(MONDAY.minusSeconds(60)))),
            TUESDAY);

    StackReport merged =
        Merge.laterInto(
            new Dated(stack(inSync("a.queue"), drifted("a.topic", "2")), MONDAY), parts);

    assertThat(statuses(merged)).containsExactly("a.queue DRIFTED", "a.topic DRIFTED");
    assertThat(merged.resources().getFirst().readAt()).contains(TUESDAY);
  }

  private static List<String> statuses(StackReport stack) {
    return stack.resources().stream().map(each -> each.address() + " " + each.status()).toList();
  }

  private static ResourceReport inSync(String address) {
    return resource(address, Status.IN_SYNC, "");
  }

  private static ResourceReport drifted(String address, String fingerprint) {
    return resource(address, Status.DRIFTED, fingerprint);
  }

  private static ResourceReport resource(String address, Status status, String fingerprint) {
    return new ResourceReport(
            address, "a", "id", "", "", status, Optional.of(Severity.LOW), List.of(), "")
        .withFingerprint(fingerprint);
  }

  private static StackReport stack(ResourceReport... resources) {
    return new StackReport(
        "shop",
        "",
        StackStatus.SCANNED,
        Optional.empty(),
        Optional.empty(),
        "",
        new Summary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        Stream.of(resources).toList(),
        List.of(),
        List.of());
  }
}
