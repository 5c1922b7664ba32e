package dev.plumbline.wiring.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Outage;
import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.store.PastScan;
import dev.plumbline.engine.store.StackMemory;
import dev.plumbline.engine.store.Stacks.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackJsonTest {

  private static final Outage OUTAGE = new Outage("sqs", "111122223333", "us-east-1", 3, 7);
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final JsonMapper json = StoreJson.mapper();

  @Test
  void what_did_not_answer_is_kept_until_the_stack_is_read_again() throws Exception {
    StackMemory read = after(StackMemory.NOTHING, StackStatus.SCANNED, Optional.of(OUTAGE), 1);
    StackMemory kept = json.readValue(json.writeValueAsString(read), StackMemory.class);

    assertThat(kept).isEqualTo(read);
    assertThat(outage(kept)).contains(OUTAGE);
    assertThat(outage(after(kept, StackStatus.DEFERRED, Optional.empty(), 2))).contains(OUTAGE);
    assertThat(outage(after(kept, StackStatus.SCANNED, Optional.empty(), 2))).isEmpty();
  }

  @Test
  void a_stack_that_was_kept_before_outages_were_is_read() throws Exception {
    StackMemory read = after(StackMemory.NOTHING, StackStatus.SCANNED, Optional.of(OUTAGE), 1);
    ObjectNode older = (ObjectNode) json.readTree(json.writeValueAsString(read));
    assertThat(((ObjectNode) older.get("scanned")).remove("outage")).isNotNull();

    assertThat(outage(json.treeToValue(older, StackMemory.class))).isEmpty();
  }

  @Test
  void the_latest_scans_are_kept_in_order_each_once_whether_or_not_they_read_the_stack()
      throws Exception {
    StackMemory memory = StackMemory.NOTHING;
    for (long minute : new long[] {1, 3, 2, 3, 4}) {
      StackStatus status = minute == 4 ? StackStatus.DEFERRED : StackStatus.SCANNED;
      memory = after(memory, status, Optional.empty(), minute);
    }
    StackMemory kept = json.readValue(json.writeValueAsString(memory), StackMemory.class);
    assertThat(kept.record().orElseThrow().scans())
        .extracting(PastScan::id)
        .containsExactly("scan-1", "scan-2", "scan-3", "scan-4");
    assertThat(kept.record().orElseThrow().scans().getLast().status())
        .isEqualTo(StackStatus.DEFERRED);
    assertThat(kept.record().orElseThrow().scans().getFirst().unreadable()).isEqualTo(3);
    for (long minute = 5; minute < 60; minute++) {
      kept = after(kept, StackStatus.SCANNED, Optional.empty(), minute);
    }
    assertThat(kept.record().orElseThrow().scans())
        .hasSize(30)
        .last()
        .extracting(PastScan::id)
        .isEqualTo("scan-59");
  }

  @Test
  void a_stack_that_was_kept_before_its_scans_were_is_read() throws Exception {
    StackMemory read = after(StackMemory.NOTHING, StackStatus.SCANNED, Optional.empty(), 1);
    ObjectNode older = (ObjectNode) json.readTree(json.writeValueAsString(read));
    assertThat(((ObjectNode) older.get("scanned")).remove("scans")).isNotNull();

    StackMemory known = json.treeToValue(older, StackMemory.class);
    assertThat(known.record().orElseThrow().scans()).isEmpty();
    assertThat(
            after(known, StackStatus.SCANNED, Optional.empty(), 2).record().orElseThrow().scans())
        .hasSize(1);
  }

  private static Optional<Outage> outage(StackMemory memory) {
    return memory.record().orElseThrow().outage();
  }

  private static StackMemory after(
      StackMemory before, StackStatus status, Optional<Outage> outage, long minute) {
    StackReport report =
        new StackReport(
            "shop",
            "production",
            status,
            status == StackStatus.SCANNED
                ? Optional.empty()
                : Optional.of(new Problem("LOCKED", "it is locked", "Wait.")),
            Optional.empty(),
            "",
            new Summary(7, 4, 0, 0, 0, 3, 0, 0, 1, 0, 0),
            List.of(),
            List.of(),
            List.of(),
            outage);
    return before.after(report, new Scan("scan-" + minute, NOON.plusSeconds(60 * minute), ""));
  }
}
