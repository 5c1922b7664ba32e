package dev.plumbline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.store.Stacks.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which report is a stack's last, whoever wrote in between. */
class RevisionTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final StackMemory SCANNED = StackMemory.NOTHING.after(stack(), scan("whole", 0));

  @Test
  void a_part_is_put_into_the_last_report_alone() {
    assertThat(SCANNED.revised(stack(), scan("part", 5), "s3://reports/other")).isEmpty();

    StackRecord record = part(SCANNED, "part", 5).record().orElseThrow();

    assertThat(record.reportUri()).isEqualTo("s3://reports/part");
    assertThat(record.scanId()).isEqualTo("whole");
    assertThat(record.scannedAt()).isEqualTo(NOON);
  }

  @Test
  void parts_stand_among_the_latest_scans_one_at_a_time_and_crowd_out_no_other() {
    StackMemory memory = SCANNED;
    for (int minute = 1; minute < 60; minute++) {
      memory = part(memory, "part-" + minute, minute);
    }

    assertThat(memory.record().orElseThrow().scans())
        .extracting(PastScan::id)
        .containsExactly("whole", "part-59");
    assertThat(memory.after(stack(), scan("next", 60)).record().orElseThrow().scans())
        .extracting(PastScan::id)
        .containsExactly("whole", "part-59", "next");
    assertThat(
            part(memory.after(stack(), scan("next", 60)), "later", 61)
                .record()
                .orElseThrow()
                .scans())
        .extracting(PastScan::id)
        .containsExactly("whole", "part-59", "next", "later");
  }

  @Test
  void a_part_that_was_read_while_the_whole_was_is_known_to_be_in_it() {
    StackMemory overlapped = part(SCANNED, "part", 10).after(stack(), scan("slow", 8));

    assertThat(overlapped.record().orElseThrow().partAfter(NOON.plusSeconds(8 * 60)))
        .map(StackRecord.Part::reportUri)
        .contains("s3://reports/part");
    assertThat(
            part(SCANNED, "part", 10)
                .after(stack(), scan("next", 12))
                .record()
                .orElseThrow()
                .partAfter(NOON.plusSeconds(12 * 60)))
        .isEmpty();
  }

  private static StackMemory part(StackMemory memory, String id, long minute) {
    String last = memory.record().orElseThrow().reportUri();
    return memory.revised(stack(), scan(id, minute), last).orElseThrow();
  }

  private static Scan scan(String id, long minute) {
    return new Scan(id, NOON.plusSeconds(60 * minute), "s3://reports/" + id);
  }

  private static StackReport stack() {
    return new StackReport(
        "shop",
        "production",
        StackStatus.SCANNED,
        Optional.empty(),
        Optional.empty(),
        "",
        new Summary(7, 4, 0, 0, 0, 3, 0, 0, 1, 0, 0),
        List.of(),
        List.of(),
        List.of());
  }
}
