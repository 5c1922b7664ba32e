package dev.plumbline.publish.render;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ServiceCoverage;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for a terminal, in the look of Terraform's plans. */
public final class TextReport implements Render {

  private static final int CALLS_SHOWN = 8;

  @Override
  public void render(Report report, RenderOptions options, Writer out) throws IOException {
    for (StackReport stack : report.stacks()) {
      out.write(new StackText(stack, options).toString());
      out.write("\n");
    }
    if (report.stacks().size() != 1) {
      out.write(total(report, new Paint(options.colour())));
    }
    out.write(coverage(report));
    out.write(calls(report));
    out.flush();
  }

  private static String total(Report report, Paint paint) {
    List<StackReport> stacks = report.stacks();
    long drifted = stacks.stream().filter(stack -> !Findings.of(stack).drift().isEmpty()).count();
    var total = Phrases.total(stacks);
    return "%s %s, %d with drift%s%s%n       %s; %s%n       %s%n"
        .formatted(
            paint.bold("Total:"),
            Phrases.count(stacks.size(), "stack"),
            drifted,
            counted(stacks, StackStatus.DEFERRED, "deferred"),
            counted(stacks, StackStatus.FAILED, "failed"),
            Phrases.drift(total),
            Phrases.managed(total),
            Phrases.coverage(total));
  }

  private static String counted(List<StackReport> stacks, StackStatus status, String word) {
    long count = stacks.stream().filter(stack -> stack.status() == status).count();
    return count == 0 ? "" : ", %d %s".formatted(count, word);
  }

  /** Services that are wholly managed are counted, the others named, the least managed first. */
  private static String coverage(Report report) {
    List<ServiceCoverage> partly =
        report.accountCoverage().stream()
            .filter(each -> each.unmanaged() > 0)
            .sorted(
                Comparator.comparingDouble(ServiceCoverage::coverage)
                    .thenComparing(ServiceCoverage::account)
                    .thenComparing(ServiceCoverage::service))
            .toList();
    if (report.accountCoverage().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("Managed in the account, by service:\n");
    for (ServiceCoverage each : partly) {
      text.append(
          "  %s %s: %d of %d (%.0f %%)%n"
              .formatted(
                  StackText.safe(each.account()),
                  StackText.safe(each.service()),
                  each.managed(),
                  each.managed() + each.unmanaged(),
                  Math.floor(each.coverage() * 100)));
    }
    int wholly = report.accountCoverage().size() - partly.size();
    return text.append("  %s wholly%n".formatted(Phrases.count(wholly, "service"))).toString();
  }

  private static String calls(Report report) {
    String most =
        report.apiCalls().entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(CALLS_SHOWN)
            .map(call -> StackText.safe(call.getKey()) + " " + call.getValue())
            .collect(Collectors.joining(", "));
    int more = report.apiCalls().size() - CALLS_SHOWN;
    return "%s in %.1f s%s%n"
        .formatted(
            Phrases.calls(report),
            Phrases.seconds(report),
            most.isEmpty() ? "" : " (" + most + (more > 0 ? ", " + more + " more" : "") + ")");
  }
}
