package dev.plumbline.publish.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.Reports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

  private static String render(Report report) {
    return new MarkdownReport().toText(report, RenderOptions.plain());
  }

  @Test
  void one_stack_reads_as_an_issue() throws IOException {
    assertThat(render(Reports.of(Reports.freeside())))
        .isEqualTo(TextReportTest.golden("freeside.md"));
  }

  @Test
  void the_least_severe_diffs_are_left_out_first_and_counted() {
    List<ResourceReport> resources = new ArrayList<>();
    Severity[] severities = Severity.values();
    for (int i = 0; i < 400; i++) {
      resources.add(
          Reports.drifted(
              "aws_vpc.v" + i,
              severities[i % severities.length],
              Reports.text("description", "a".repeat(300), "b".repeat(300))));
    }
    String out = render(Reports.of(Reports.stack("big", resources.toArray(ResourceReport[]::new))));
    assertThat(out.length()).isBetween(50_000, MarkdownReport.GITHUB_LIMIT);
    assertThat(out).contains("diffs left out");
    List<String> diffs =
        out.lines().filter(line -> line.startsWith("<details><summary><code>aws_vpc")).toList();
    assertThat(diffs).isNotEmpty().allMatch(line -> line.endsWith("CRITICAL</summary>"));
    assertThat(out).contains("**%d diffs left out**".formatted(400 - diffs.size()));
  }

  @Test
  void any_number_of_stacks_stays_under_the_limit() {
    StackReport[] stacks =
        IntStream.range(0, 2000)
            .mapToObj(i -> Reports.stack("stack-" + i))
            .toArray(StackReport[]::new);
    String out = render(Reports.of(stacks));
    assertThat(out.length()).isLessThanOrEqualTo(MarkdownReport.GITHUB_LIMIT);
    assertThat(out).contains("The rest is left out").contains("No drift in 2,000 stacks");
  }

  @Test
  void what_could_not_be_read_never_crowds_out_the_drift() {
    List<ResourceReport> resources = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String reason = "ec2:DescribeVpcs: denied " + i + "@".repeat(500);
      resources.add(Reports.other("aws_vpc.v" + i, Status.UNREADABLE, reason));
    }
    resources.add(
        Reports.drifted("aws_vpc.a", Severity.HIGH, Reports.text("cidr_block", "a", "b")));
    assertThat(render(Reports.of(Reports.stack("s", resources.toArray(ResourceReport[]::new)))))
        .contains("cidr_block = \"a\" -> \"b\"")
        .contains("500 resources could not be read")
        .containsPattern("- and \\d+ more");
  }

  @Test
  void values_are_data() {
    for (String attack : HostileReport.ATTACKS) {
      Hostile.assertInert(render(Reports.of(HostileReport.stack(attack))));
    }
    Hostile.assertInert(render(HostileReport.report()));
  }
}
