package dev.plumbline.engine.scan;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.engine.Verdict;
import dev.plumbline.engine.compare.Comparison;
import dev.plumbline.engine.compare.Siblings;
import dev.plumbline.engine.compare.Tags;
import dev.plumbline.state.Address;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateIdentity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives every managed resource its verdict and makes the stack's report of them. Thread-safe. */
public final class Judge {

  /** What a resource that was not asked for owns is not known now. */
  private static final Observation NOT_ASKED =
      new Observation.Unreadable("", "it was not asked for");

  private final TypeCatalog catalog;

  public Judge(TypeCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What was read of a state.
   *
   * @param all its resources; those not asked for still own parts of others
   * @param wanted those asked for, as they were observed
   * @param deposed objects that wait for their deletion
   */
  record Read(
      StateIdentity state,
      List<RecordedResource> all,
      List<RecordedResource> wanted,
      List<RecordedResource> deposed) {}

  StackReport report(StackRequest request, Read read, Observe.Answer answer) {
    List<RecordedResource> resources = read.wanted();
    List<Observation> observations =
        answer.observed().stream().map(Observe.Observed::observation).toList();
    Comparison comparison = new Comparison(siblings(read, observations));
    List<ResourceReport> reports = new ArrayList<>();
    long compared = 0;
    long recorded = 0;
    for (int i = 0; i < resources.size(); i++) {
      RecordedResource resource = resources.get(i);
      Judged judged = judge(request, comparison, resource, observations.get(i));
      compared += judged.compared();
      recorded += resource.attributes().entries().size();
      reports.add(describe(resource, answer.observed().get(i), judged.verdict()));
    }
    reports.sort(Comparator.comparing(ResourceReport::address));
    List<String> notes = new ArrayList<>(answer.notes());
    read.deposed()
        .forEach(
            each -> notes.add("%s waits for its deletion and was not compared.".formatted(each)));
    return new StackReport(
        request.name(),
        request.environment(),
        StackStatus.SCANNED,
        Optional.empty(),
        Optional.of(read.state()),
        "",
        StackReports.summary(reports, answer.unmanaged().size(), compared, recorded),
        reports,
        answer.unmanaged(),
        notes);
  }

  private static Siblings siblings(Read read, List<Observation> observations) {
    Map<Address, Observation> observed = new HashMap<>();
    for (int i = 0; i < observations.size(); i++) {
      observed.put(read.wanted().get(i).address(), observations.get(i));
    }
    return new Siblings(
        read.all(),
        read.all().stream().map(each -> observed.getOrDefault(each.address(), NOT_ASKED)).toList());
  }

  private record Judged(Verdict verdict, int compared) {}

  private Judged judge(
      StackRequest request,
      Comparison comparison,
      RecordedResource resource,
      Observation observation) {
    return switch (observation) {
      case Observation.Gone(var evidence) -> new Judged(new Verdict.Deleted(evidence), 0);
      case Observation.Unreadable(var action, var reason) ->
          new Judged(new Verdict.Unreadable(action, reason), 0);
      case Observation.Unsupported(var reason) -> new Judged(new Verdict.Unsupported(reason), 0);
      case Observation.Found(var attributes) -> {
        Tags tags = request.tags().getOrDefault(resource.provider().key(), Tags.ALL);
        Comparison.Result result =
            comparison.compare(
                catalog.describe(resource.type()).orElseThrow(), resource, attributes, tags);
        Verdict verdict =
            result.changes().isEmpty()
                ? new Verdict.InSync()
                : new Verdict.Drifted(result.changes());
        yield new Judged(verdict, result.compared());
      }
    };
  }

  private static ResourceReport describe(
      RecordedResource resource, Observe.Observed observed, Verdict verdict) {
    return switch (verdict) {
      case Verdict.InSync() -> of(resource, observed, Status.IN_SYNC, List.of(), "");
      case Verdict.Drifted(var changes) -> of(resource, observed, Status.DRIFTED, changes, "");
      case Verdict.Deleted(var evidence) ->
          of(resource, observed, Status.DELETED, List.of(), evidence);
      case Verdict.Unreadable(_, var reason) ->
          of(resource, observed, Status.UNREADABLE, List.of(), reason);
      case Verdict.Unsupported(var reason) ->
          of(resource, observed, Status.UNSUPPORTED, List.of(), reason);
      case Verdict.Ignored(var rule, var changes) ->
          of(resource, observed, Status.IGNORED, changes, rule);
    };
  }

  private static ResourceReport of(
      RecordedResource resource,
      Observe.Observed observed,
      Status status,
      List<dev.plumbline.engine.Change> changes,
      String reason) {
    return new ResourceReport(
        resource.address().toString(),
        resource.type(),
        resource.id(),
        observed.account(),
        observed.region(),
        status,
        Optional.<Severity>empty(),
        changes,
        reason);
  }
}
