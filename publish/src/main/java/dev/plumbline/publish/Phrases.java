package dev.plumbline.publish;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The wording that all faces share. What it says holds data that is still to be escaped. */
public final class Phrases {

  private Phrases() {}

  /** {@code 1 resource}, {@code 2 resources}. */
  public static String count(long count, String noun) {
    return "%,d %s%s".formatted(count, noun, count == 1 ? "" : "s");
  }

  /** {@code 3 drifted, 1 deleted, 2 unmanaged}; only what there is, {@code no drift} if nothing. */
  public static String drift(Summary summary) {
    List<String> parts = new ArrayList<>();
    parts.add(summary.drift() == 0 ? "no drift" : "");
    add(parts, summary.drifted(), "drifted");
    add(parts, summary.deleted(), "deleted");
    add(parts, summary.unmanaged(), "unmanaged");
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  /** {@code 45 managed: 40 in sync, 2 ignored, 3 unreadable}. */
  public static String managed(Summary summary) {
    List<String> parts = new ArrayList<>();
    parts.add("%,d in sync".formatted(summary.inSync()));
    add(parts, summary.ignored(), "ignored");
    add(parts, summary.unreadable(), "unreadable");
    add(parts, summary.unsupported(), "unsupported");
    return "%,d managed: %s".formatted(summary.managed(), String.join(", ", parts));
  }

  /** {@code coverage 95.5% (1,200 of 1,400 attributes compared)}; never rounded up to 100%. */
  public static String coverage(Summary summary) {
    BigDecimal percent =
        BigDecimal.valueOf(summary.coverage() * 100).setScale(1, RoundingMode.FLOOR);
    return "coverage %s%% (%,d of %,d attributes compared)"
        .formatted(
            percent.stripTrailingZeros().toPlainString(),
            summary.attributesCompared(),
            summary.attributesRecorded());
  }

  /** What happened to a resource, in few words: {@code deleted}, {@code ingress, tags changed}. */
  public static String what(ResourceReport resource) {
    if (resource.status() == Status.DELETED) {
      return "deleted";
    }
    List<String> attributes =
        resource.changes().stream().map(Change::attribute).distinct().limit(5).toList();
    long more =
        resource.changes().stream().map(Change::attribute).distinct().count() - attributes.size();
    return attributes.isEmpty()
        ? "drifted"
        : String.join(", ", attributes) + (more == 0 ? "" : " and " + more + " more");
  }

  /** {@code 31 API calls}. */
  public static String calls(Report report) {
    return count(report.apiCalls().values().stream().mapToLong(Long::longValue).sum(), "API call");
  }

  /** How long the scan took, in seconds. */
  public static double seconds(Report report) {
    return Duration.between(report.startedAt(), report.finishedAt()).toMillis() / 1000.0;
  }

  /** Why a stack was not scanned, in one sentence and what to do; "" where it was. */
  public static String problem(StackReport stack) {
    return stack
        .error()
        .map(problem -> "%s: %s %s".formatted(problem.code(), problem.message(), problem.action()))
        .orElse("");
  }

  /** The sums over stacks; coverage is weighed by managed resources. */
  public static Summary total(List<StackReport> stacks) {
    List<Summary> all = stacks.stream().map(StackReport::summary).toList();
    int managed = all.stream().mapToInt(Summary::managed).sum();
    double covered = all.stream().mapToDouble(each -> each.coverage() * each.managed()).sum();
    return new Summary(
        managed,
        all.stream().mapToInt(Summary::inSync).sum(),
        all.stream().mapToInt(Summary::drifted).sum(),
        all.stream().mapToInt(Summary::deleted).sum(),
        all.stream().mapToInt(Summary::ignored).sum(),
        all.stream().mapToInt(Summary::unreadable).sum(),
        all.stream().mapToInt(Summary::unsupported).sum(),
        all.stream().mapToInt(Summary::unmanaged).sum(),
        managed == 0 ? 1 : covered / managed,
        all.stream().mapToLong(Summary::attributesCompared).sum(),
        all.stream().mapToLong(Summary::attributesRecorded).sum());
  }

  private static void add(List<String> parts, int count, String word) {
    if (count > 0) {
      parts.add("%,d %s".formatted(count, word));
    }
  }
}
