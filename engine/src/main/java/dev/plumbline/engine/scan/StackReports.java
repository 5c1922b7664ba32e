package dev.plumbline.engine.scan;

import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A stack's report where there is nothing to judge, and the counts of one where there is. */
final class StackReports {

  private StackReports() {}

  static StackScan.Result deferred(StackRequest request, Problem why) {
    return unread(request, StackStatus.DEFERRED, why);
  }

  static StackScan.Result failed(StackRequest request, Problem why) {
    return unread(request, StackStatus.FAILED, why);
  }

  private static StackScan.Result unread(StackRequest request, StackStatus status, Problem why) {
    return new StackScan.Result(
        new StackReport(
            request.name(),
            request.environment(),
            status,
            Optional.of(why),
            Optional.empty(),
            "",
            Summary.NOTHING,
            List.of(),
            List.of(),
            List.of()),
        new TreeMap<>());
  }

  /** Coverage of a stack with nothing to cover is whole. */
  static Summary summary(
      List<ResourceReport> resources, int unmanaged, long compared, long recorded) {
    int unread = count(resources, Status.UNREADABLE) + count(resources, Status.UNSUPPORTED);
    double coverage = resources.isEmpty() ? 1.0 : 1.0 - (double) unread / resources.size();
    return new Summary(
        resources.size(),
        count(resources, Status.IN_SYNC),
        count(resources, Status.DRIFTED),
        count(resources, Status.DELETED),
        count(resources, Status.IGNORED),
        count(resources, Status.UNREADABLE),
        count(resources, Status.UNSUPPORTED),
        unmanaged,
        coverage,
        compared,
        recorded);
  }

  private static int count(List<ResourceReport> resources, Status status) {
    return (int) resources.stream().filter(each -> each.status() == status).count();
  }
}
