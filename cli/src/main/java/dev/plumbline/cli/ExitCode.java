package dev.plumbline.cli;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A scan's exit code: the first that holds. */
enum ExitCode {
  CLEAN(0),
  FAILED(1),
  DRIFT(2),
  INCOMPLETE(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /**
   * The exit code of a report.
   *
   * @param failOn drift below it does not count
   * @param strict whether a type without a reader makes the scan incomplete
   */
  static ExitCode of(Report report, Severity failOn, boolean strict) {
    if (report.stacks().stream().anyMatch(each -> each.status() == StackStatus.FAILED)) {
      return FAILED;
    }
    if (resources(report).anyMatch(each -> drifted(each, failOn))) {
      return DRIFT;
    }
    boolean deferred =
        report.stacks().stream().anyMatch(each -> each.status() == StackStatus.DEFERRED);
    boolean unread = resources(report).anyMatch(each -> unread(each, strict));
    return deferred || unread ? INCOMPLETE : CLEAN;
  }

  private static Stream<ResourceReport> resources(Report report) {
    return report.stacks().stream().map(StackReport::resources).flatMap(List::stream);
  }

  private static boolean drifted(ResourceReport resource, Severity failOn) {
    return resource.drift() && resource.severity().orElse(Severity.LOW).compareTo(failOn) >= 0;
  }

  private static boolean unread(ResourceReport resource, boolean strict) {
    return resource.status() == Status.UNREADABLE
        || (strict && resource.status() == Status.UNSUPPORTED);
  }
}
