package dev.plumbline.live.aws;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe.Observed;
import dev.plumbline.engine.Observe.Placement;
import dev.plumbline.engine.Observe.Request;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.state.Address;
import dev.plumbline.state.RecordedResource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One observation of one stack: its batches and discoveries, run at once and awaited until the
 * deadline.
 */
final class ScanRun {

  private static final Logger LOG = LoggerFactory.getLogger(ScanRun.class);

  /** What is of no region is looked for where most of the state lives, in every scan alike. */
  private static final Comparator<Map.Entry<Placement, List<RecordedResource>>> MOST_FIRST =
      Comparator.<Map.Entry<Placement, List<RecordedResource>>>comparingInt(
              place -> -place.getValue().size())
          .thenComparing(place -> place.getKey().toString());

  private final AwsTypes types;
  private final AwsAccounts accounts;
  private final Home home;
  private final CallCounter counter;
  private final ExecutorService threads;
  private final Request request;
  private final Set<Address> asked;
  private final Map<Batch, Future<List<Observation>>> batches = new LinkedHashMap<>();
  private final Map<String, Future<List<Unmanaged>>> discoveries = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  ScanRun(
      AwsTypes types,
      AwsAccounts accounts,
      Home home,
      CallCounter counter,
      ExecutorService threads,
      Request request) {
    this.types = types;
    this.accounts = accounts;
    this.home = home;
    this.counter = counter;
    this.threads = threads;
    this.request = request;
    this.asked =
        request.resources().stream()
            .map(RecordedResource::address)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it is to be observed, out of all that is recorded. */
  boolean isAsked(RecordedResource resource) {
    return asked.contains(resource.address());
  }

  /**
   * Reads everything; puts each resource's answer into {@code answers} and answers what is
   * unmanaged.
   */
  List<Unmanaged> read(
      Map<Placement, List<RecordedResource>> byPlace, Map<RecordedResource, Observed> answers) {
    Set<String> globalDone = new HashSet<>();
    byPlace.entrySet().stream()
        .sorted(MOST_FIRST)
        .forEach(place -> start(place.getKey(), place.getValue(), answers, globalDone));
    batches.forEach((batch, future) -> collect(batch, future, answers));
    List<Unmanaged> unmanaged = new ArrayList<>();
    discoveries.forEach((what, future) -> unmanaged.addAll(found(what, future)));
    return unmanaged;
  }

  /**
   * @param recorded all that lives there, asked for or not: readers look at what is beside
   */
  private void start(
      Placement place,
      List<RecordedResource> recorded,
      Map<RecordedResource, Observed> answers,
      Set<String> globalDone) {
    List<RecordedResource> resources = recorded.stream().filter(this::isAsked).toList();
    if (resources.isEmpty()) {
      return;
    }
    Optional<AwsClients> clients;
    try {
      clients = accounts.clients(place.account(), place.region(), counter, home);
    } catch (ReadFailure failure) {
      answerAll(AwsObserver.unreadable(failure), place, resources, answers);
      return;
    }
    if (clients.isEmpty()) {
      answerAll(foreign(place), place, resources, answers);
      return;
    }
    AwsScope scope =
        new AwsScope(
            place.account(),
            place.region(),
            request.unmanaged(),
            recorded,
            clients.get(),
            accounts.permits(),
            threads,
            request.aspects());
    byType(resources).forEach((type, batch) -> ask(type, batch, scope));
    if (request.unmanaged()) {
      boolean withGlobal = globalDone.add(place.account());
      types.types().forEach(type -> discover(type, scope, withGlobal));
    }
  }

  private void answerAll(
      Observation observation,
      Placement place,
      List<RecordedResource> resources,
      Map<RecordedResource, Observed> answers) {
    resources.forEach(each -> answers.put(each, AwsObserver.at(observation, place)));
    request.progress().accept(resources.size());
  }

  private void ask(String type, List<RecordedResource> resources, AwsScope scope) {
    ResourceType reader = types.type(type).orElseThrow();
    Batch batch = new Batch(resources, types.describe(type).orElseThrow().schema(), scope);
    batches.put(batch, threads.submit(() -> reader.observe(batch)));
  }

  private void discover(String type, AwsScope scope, boolean withGlobal) {
    ResourceType reader = types.type(type).orElseThrow();
    if (reader.global() && !withGlobal) {
      return;
    }
    Set<String> managed = new HashSet<>();
    request.recorded().stream()
        .filter(resource -> AwsTypes.named(resource.type()).equals(type))
        .forEach(resource -> managed.addAll(reader.importIds(resource)));
    String region = reader.global() ? "" : scope.region();
    discoveries.put(
        type + (region.isEmpty() ? "" : " in " + region) + " of account " + scope.account(),
        threads.submit(
            () ->
                reader.discover(scope).stream()
                    .filter(id -> !managed.contains(id))
                    .map(id -> new Unmanaged(type, id, scope.account(), region))
                    .toList()));
  }

  private void collect(
      Batch batch, Future<List<Observation>> future, Map<RecordedResource, Observed> answers) {
    boolean global =
        types.type(batch.resources().getFirst().type()).map(ResourceType::global).orElse(false);
    Placement place = new Placement(batch.scope().account(), global ? "" : batch.scope().region());
    List<Observation> observations = observations(batch, future);
    for (int i = 0; i < batch.resources().size(); i++) {
      answers.put(batch.resources().get(i), AwsObserver.at(observations.get(i), place));
    }
    request.progress().accept(batch.resources().size());
  }

  private List<Observation> observations(Batch batch, Future<List<Observation>> future) {
    String type = batch.resources().getFirst().type();
    try {
      List<Observation> observations = await(future);
      if (observations.size() == batch.resources().size()) {
        return observations;
      }
      LOG.error(
          "the reader of {} answered {} of {} resources",
          type,
          observations.size(),
          batch.resources().size());
      return all(
          batch,
          new Observation.Unreadable(
              "", "the reader of %s failed; please report it.".formatted(type)));
    } catch (ReadFailure failure) {
      return all(batch, AwsObserver.unreadable(failure));
    } catch (ExecutionException failed) {
      LOG.error("the reader of {} failed: {}", type, trace(failed));
      return all(
          batch,
          new Observation.Unreadable(
              "", "the reader of %s failed; please report it.".formatted(type)));
    }
  }

  private List<Unmanaged> found(String what, Future<List<Unmanaged>> future) {
    try {
      return await(future);
    } catch (ReadFailure failure) {
      notes.add("Unmanaged %s could not be looked for: %s".formatted(what, failure.reason()));
      return List.of();
    } catch (ExecutionException failed) {
      LOG.error("looking for unmanaged {} failed: {}", what, trace(failed));
      notes.add(
          "Unmanaged %s could not be looked for: the reader failed; please report it."
              .formatted(what));
      return List.of();
    }
  }

  /** What else the reader of the report should know. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private <T> T await(Future<T> future) throws ExecutionException {
    try {
      long left = Math.max(0, Duration.between(Instant.now(), request.deadline()).toMillis());
      return future.get(left, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      future.cancel(true);
      throw new ReadFailure(
          ReadFailure.Kind.TIMED_OUT, "", "the scan's deadline passed before it was read.");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ReadFailure(
          ReadFailure.Kind.TIMED_OUT, "", "the scan was interrupted before it was read.");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof ReadFailure failure) {
        throw failure;
      }
      throw failed;
    }
  }

  private static Observation foreign(Placement place) {
    return new Observation.Unreadable(
        "sts:AssumeRole",
        "it belongs to account %s, which the credentials are not for. Configure accounts.\"%s\".role."
            .formatted(place.account(), place.account()));
  }

  private static List<Observation> all(Batch batch, Observation observation) {
    return batch.resources().stream().map(_ -> observation).toList();
  }

  private static Map<String, List<RecordedResource>> byType(List<RecordedResource> resources) {
    Map<String, List<RecordedResource>> byType = new TreeMap<>();
    resources.forEach(
        each ->
            byType.computeIfAbsent(AwsTypes.named(each.type()), _ -> new ArrayList<>()).add(each));
    return byType;
  }

  /** What failed and where, without its message, which may quote a value. */
  private static String trace(ExecutionException failed) {
    return Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
        .skip(1)
        .map(ScanRun::frames)
        .collect(Collectors.joining(", caused by "));
  }

  private static String frames(Throwable defect) {
    return defect.getClass().getName()
        + Stream.of(defect.getStackTrace())
            .limit(12)
            .map(frame -> " at " + frame)
            .collect(Collectors.joining());
  }
}
