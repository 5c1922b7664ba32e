package dev.plumbline.live.aws;

import dev.plumbline.engine.LoggedThreads;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Observes a stack's AWS resources: finds where each lives, makes one batch of each type, account
 * and region, and asks all batches at once on virtual threads. Whatever is unread when the deadline
 * passes is Unreadable. Thread-safe.
 */
public final class AwsObserver implements Observe {

  private static final Observation NAMELESS =
      new Observation.Unreadable(
          "", "the state records an empty id for it; refresh the state, or import it again.");

  private final AwsTypes types;
  private final AwsAccounts accounts;

  public AwsObserver(AwsTypes types, AwsAccounts accounts) {
    this.types = types;
    this.accounts = accounts;
  }

  @Override
  public Answer observe(Request request) {
    CallCounter counter = new CallCounter();
    ExecutorService threads = LoggedThreads.perTask();
    try {
      Home home = new Home(() -> accounts.home(counter), threads, request.deadline());
      Sorted sorted = sort(request, home);
      ScanRun run = new ScanRun(types, accounts, home, counter, threads, request);
      sorted.answers().keySet().removeIf(each -> !run.isAsked(each));
      request.progress().accept(sorted.answers().size());
      List<Unmanaged> unmanaged = run.read(sorted.byPlace(), sorted.answers());
      List<Observed> inOrder = request.resources().stream().map(sorted.answers()::get).toList();
      return new Answer(inOrder, unmanaged, counter.counts(), run.notes());
    } finally {
      threads.shutdownNow();
    }
  }

  /** What can be read, by place, and the answers of what cannot. */
  private record Sorted(
      Map<Placement, List<RecordedResource>> byPlace, Map<RecordedResource, Observed> answers) {}

  private Sorted sort(Request request, Home home) {
    Map<String, Optional<ResourceType>> known = new HashMap<>();
    request.recorded().forEach(each -> known.computeIfAbsent(each.type(), types::type));
    Placements placements = new Placements(request, known);
    Sorted sorted = new Sorted(new HashMap<>(), new HashMap<>());
    for (RecordedResource resource : request.recorded()) {
      Placement place = placements.of(resource);
      Optional<ResourceType> type = known.getOrDefault(resource.type(), Optional.empty());
      if (type.isEmpty()) {
        String reason = "Plumbline has no reader for %s yet.".formatted(resource.type());
        sorted.answers.put(resource, at(new Observation.Unsupported(reason), place));
        continue;
      }
      if (nameless(resource)) {
        sorted.answers.put(resource, at(NAMELESS, place));
        continue;
      }
      try {
        String account = place.account().isEmpty() ? home.account() : place.account();
        sorted
            .byPlace
            .computeIfAbsent(new Placement(account, place.region()), _ -> new ArrayList<>())
            .add(resource);
      } catch (ReadFailure failure) {
        sorted.answers.put(resource, at(unreadable(failure), place));
      }
    }
    return sorted;
  }

  /** A listing lacks an empty id, too; that would be no evidence of anything. */
  private static boolean nameless(RecordedResource resource) {
    return resource.attributes().entries().containsKey("id") && resource.id().isEmpty();
  }

  static Observed at(Observation observation, Placement place) {
    return new Observed(observation, place.account(), place.region());
  }

  static Observation unreadable(ReadFailure failure) {
    return failure.observation();
  }
}
