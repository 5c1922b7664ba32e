package dev.plumbline.publish.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.PastScan;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.Reports;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StackIndexTest {

  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

  private static String page(List<StackRecord> stacks) throws IOException {
    StringWriter out = new StringWriter();
    new StackIndex().write(stacks, NOW, out);
    return out.toString();
  }

  private static StackReport clean(String name) {
    return Reports.stack(name, Reports.other("aws_vpc.a", Status.IN_SYNC, ""));
  }

  private static StackReport drifted(String name) {
    return Reports.stack(name, Reports.drifted("aws_vpc.a", Severity.LOW));
  }

  private static StackRecord record(StackReport report) {
    return SamplePages.record(report, "production", List.of());
  }

  @Test
  void each_stack_has_a_row_and_the_worst_come_first() throws IOException {
    String page =
        page(
            List.of(
                record(clean("clean")),
                record(Reports.stack("dark", Reports.other("aws_vpc.a", Status.UNREADABLE, "x"))),
                record(drifted("drifted")),
                record(Reports.unscanned("locked", StackStatus.DEFERRED))));
    assertThat(page).contains("1 not scanned").contains("1 drifted").contains("1 no drift");
    assertThat(
            Pattern.compile("<th scope=\"row\">([a-z]+)")
                .matcher(page)
                .results()
                .map(m -> m.group(1)))
        .containsExactly("locked", "drifted", "dark", "clean");
  }

  @Test
  void a_stack_links_its_latest_report_that_was_kept() throws IOException {
    List<PastScan> scans =
        List.of(
            new PastScan("one", NOW.minusSeconds(120), StackStatus.SCANNED, 0, 0, 1, true),
            new PastScan("two", NOW.minusSeconds(60), StackStatus.SCANNED, 0, 0, 1, false));
    assertThat(page(List.of(SamplePages.record(clean("a"), "", scans))))
        .contains("<a href=\"./2026/11/02/095800-one.html\">a</a>");
  }

  @Test
  void trends_are_drawn_and_said_where_there_is_one() throws IOException {
    String page = page(SamplePages.stacks(8));
    assertThat(page).contains("aria-label=\"Drift over 29 scans: 0, 2, 4, 3,");
    assertThat(page).contains("aria-label=\"Coverage over 29 scans: 100%, 90%, 80%, 90%,");
    assertThat(Parsed.of(page).elements()).filteredOn("svg"::equals).hasSize(2);
  }

  @Test
  void of_a_stack_that_never_could_be_scanned_nothing_is_claimed() throws IOException {
    assertThat(page(List.of(record(Reports.unscanned("a", StackStatus.FAILED)))))
        .contains("not known")
        .doesNotContain("100%<");
  }

  @Test
  void no_data_is_markup_or_leads_elsewhere() throws IOException {
    List<StackRecord> stacks =
        HostileReport.ATTACKS.stream()
            .map(
                attack ->
                    SamplePages.record(
                        HostileReport.stack(attack),
                        attack,
                        List.of(
                            new PastScan(attack, NOW, StackStatus.SCANNED, 1, 0, 1, true),
                            new PastScan(attack + "2", NOW, StackStatus.SCANNED, 2, 0, 0.5, true))))
            .toList();
    String page = page(stacks);
    assertThat(Parsed.of(page).attributes()).noneMatch(name -> name.startsWith("on"));
    assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(page).results().map(m -> m.group(1)))
        .hasSizeGreaterThan(HostileReport.ATTACKS.size())
        .allMatch(link -> link.matches("#main|\\./[A-Za-z0-9._~/%-]*(….*)?"));
  }
}
