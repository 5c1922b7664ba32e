package dev.plumbline.publish.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.Reports;
import dev.plumbline.state.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private final TextReport text = new TextReport();

  private String render(Report report) {
    return text.toText(report, RenderOptions.plain());
  }

  @Test
  void the_whole_report_reads_like_a_plan() throws IOException {
    assertThat(render(Reports.of(Reports.freeside()))).isEqualTo(golden("freeside.txt"));
  }

  static String golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TextReportTest.class.getResourceAsStream("/golden/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void nothing_drifted_says_so_calmly() {
    var stack = Reports.stack("a", Reports.other("aws_vpc.a", Status.IN_SYNC, ""));
    assertThat(render(Reports.of(stack)))
        .contains("No drift: what runs is what the state says.")
        .contains("1 managed: 1 in sync\n  coverage 100%")
        .doesNotContain("aws_vpc.a");
  }

  @Test
  void no_drift_is_never_claimed_of_what_could_not_be_read() {
    var stack = Reports.stack("a", Reports.other("aws_vpc.a", Status.UNREADABLE, "denied"));
    assertThat(render(Reports.of(stack)))
        .contains("No drift in what could be read.")
        .contains("coverage 0%");
  }

  @Test
  void a_stack_that_was_not_scanned_says_why_and_what_to_do() {
    assertThat(render(Reports.of(Reports.unscanned("a", StackStatus.FAILED))))
        .contains("could not be scanned")
        .contains("LOCKED: The state is locked by ana@laptop.")
        .contains("Wait for the apply.")
        .doesNotContain("No drift");
  }

  @Test
  void several_stacks_end_in_a_total() {
    var report =
        Reports.of(
            Reports.freeside(),
            Reports.stack("clean", Reports.other("aws_vpc.a", Status.IN_SYNC, "")),
            Reports.unscanned("locked", StackStatus.DEFERRED));
    assertThat(render(report))
        .contains("Total: 3 stacks, 1 with drift, 1 deferred")
        .contains("4 drifted, 1 deleted, 1 unmanaged");
  }

  @Test
  void resources_in_sync_are_listed_only_when_asked_for() {
    var report = Reports.of(Reports.freeside());
    assertThat(render(report)).doesNotContain("aws_vpc.main");
    assertThat(text.toText(report, new RenderOptions(true, false, 100))).contains("aws_vpc.main");
  }

  @Test
  void colour_is_only_there_when_asked_for() {
    var report = Reports.of(Reports.freeside());
    assertThat(render(report)).doesNotContain("\u001b");
    assertThat(text.toText(report, new RenderOptions(false, true, 100)))
        .contains("\u001b[33m~\u001b[0m")
        .contains("\u001b[1;31mCRITICAL\u001b[0m");
  }

  @Test
  void a_masked_value_is_not_printed() {
    assertThat(render(Reports.of(Reports.freeside())))
        .contains("password = (sensitive value)")
        .doesNotContain("(masked)");
  }

  @Test
  void a_long_change_breaks_before_its_arrow() {
    var change = Reports.text("description", "a".repeat(60), "b".repeat(60));
    var stack = Reports.stack("a", Reports.drifted("aws_vpc.a", Severity.LOW, change));
    assertThat(render(Reports.of(stack)).lines().map(String::length))
        .allMatch(length -> length <= 100);
  }

  @Test
  void a_very_long_list_is_cut() {
    Value many = Value.of(Collections.nCopies(10_000, Value.of("10.0.0.0/16")));
    var change = new Change("cidrs", many, Value.of("none"), false, List.of());
    var stack = Reports.stack("a", Reports.drifted("aws_vpc.a", Severity.LOW, change));
    assertThat(render(Reports.of(stack)).length()).isLessThan(3000);
  }

  @Test
  void no_value_steers_the_terminal_or_starts_a_line() {
    String out = render(HostileReport.report());
    assertThat(out.codePoints().filter(point -> point != '\n'))
        .noneMatch(point -> Character.getType(point) == Character.CONTROL)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    assertThat(out.lines())
        .noneMatch(line -> line.startsWith("/plumbline"))
        .noneMatch(line -> line.startsWith("# Owned"));
    assertThat(out.length()).isLessThan(400_000);
  }

  @Test
  void hostile_values_are_coloured_by_nobody_but_us() {
    String out = text.toText(HostileReport.report(), new RenderOptions(true, true, 80));
    assertThat(out.replaceAll("\u001b\\[(0|1|2|31|32|33|1;31)m", "")).doesNotContain("\u001b");
  }
}
