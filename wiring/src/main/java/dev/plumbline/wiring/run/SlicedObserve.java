package dev.plumbline.wiring.run;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.RecordedResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Observes one slice of a stack and keeps what it saw. Where each resource lives, and what is
 * beside it, is still told by all that the state records. For one scan.
 */
public final class SlicedObserve implements Observe {

  private static final Observed ANOTHERS =
      new Observed(new Observation.Unreadable("", "another slice reads it."), "", "");

  private final Observe all;
  private final AwsTypes types;
  private final RunItem item;
  private final Map<String, Observed> seen = new HashMap<>();
  private final Map<String, Long> calls = new TreeMap<>();

  /**
   * @param all observes any resource
   * @param item which slice
   */
  public SlicedObserve(Observe all, AwsTypes types, RunItem item) {
    this.all = all;
    this.types = types;
    this.item = item;
  }

  /** A state that moved is read again, so that only what was seen last counts. */
  @Override
  public Answer observe(Request request) {
    List<RecordedResource> resources = request.resources();
    Slicing slicing = new Slicing(resources, types, item.slices());
    List<RecordedResource> mine =
        resources.stream().filter(each -> slicing.of(each) == item.slice()).toList();
    Answer answer = all.observe(request.of(mine));
    seen.clear();
    for (int i = 0; i < mine.size(); i++) {
      seen.put(mine.get(i).address().toString(), answer.observed().get(i));
    }
    answer.calls().forEach((name, count) -> calls.merge(name, count, Long::sum));
    List<Observed> observed = new ArrayList<>();
    resources.forEach(each -> observed.add(seen.getOrDefault(each.address().toString(), ANOTHERS)));
    return new Answer(observed, answer.unmanaged(), answer.calls(), answer.notes());
  }

  /**
   * What it saw.
   *
   * @param report of the scan that asked; what it says of resources is worth nothing
   */
  public Slice slice(Report report, long throttles) {
    StackReport stack = report.stacks().getFirst();
    return stack.status() == StackStatus.SCANNED
        ? new Slice(
            stack.state(),
            report.startedAt(),
            seen,
            calls,
            throttles,
            Duration.between(report.startedAt(), report.finishedAt()))
        : Slice.nothing(report.startedAt());
  }
}
