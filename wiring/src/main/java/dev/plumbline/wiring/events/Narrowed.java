package dev.plumbline.wiring.events;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A state of which only some resources are wanted: those that were touched, with whatever owns
 * parts of them or of what they are a part of, because one change may show at either. Where a
 * change concerns one part only, that part is wanted and what has it, and nothing else of those.
 * What the last report does not know is wanted as well. For one scan.
 */
final class Narrowed implements StateSource {

  private static final Set<Status> COMPARED =
      EnumSet.of(Status.IN_SYNC, Status.DRIFTED, Status.IGNORED);

  private final StateSource state;
  private final AwsTypes types;
  private final Map<String, Set<String>> touched;
  private final StackReport last;
  private final Map<String, ResourceReport> known;
  private final List<RecordedResource> all = new ArrayList<>();
  private final Map<String, Set<String>> causes = new HashMap<>();
  private final Map<String, Set<String>> aspects = new HashMap<>();
  private boolean moved;

  /**
   * @param touched addresses, with the actions that read what was changed; none for all of it
   * @param last the last report
   */
  Narrowed(StateSource state, AwsTypes types, Map<String, Set<String>> touched, StackReport last) {
    this.state = state;
    this.types = types;
    this.touched = Map.copyOf(touched);
    this.last = last;
    this.known = last.byAddress();
  }

  @Override
  public String uri() {
    return state.uri();
  }

  @Override
  public StateIdentity read(Consumer<? super RecordedResource> each) throws StateException {
    all.clear();
    causes.clear();
    aspects.clear();
    StateIdentity identity =
        state.read(
            resource -> {
              if (resource.deposed().isEmpty()) {
                all.add(resource);
              }
              each.accept(resource);
            });
    moved = !last.state().equals(Optional.of(identity));
    relate();
    return identity;
  }

  @Override
  public String currentVersion() throws StateException {
    return state.currentVersion();
  }

  @Override
  public Optional<Lock> lock() throws StateException {
    return state.lock();
  }

  /** Whether it is to be read, once the state was. */
  boolean isWanted(RecordedResource resource) {
    String address = resource.address().toString();
    return causes.containsKey(address) || !known.containsKey(address);
  }

  /**
   * The actions that what is wanted of a resource is read by; none for all of it. What is known to
   * drift is read again: all that is not then stands as it did, and so does the fingerprint.
   */
  Set<String> aspects(RecordedResource resource) {
    String address = resource.address().toString();
    Set<String> changed = aspects.getOrDefault(address, Set.of());
    Optional<ResourceReport> before =
        Optional.ofNullable(known.get(address)).filter(it -> COMPARED.contains(it.status()));
    if (moved || changed.isEmpty() || before.isEmpty()) {
      return Set.of();
    }
    Set<String> some = new TreeSet<>(changed);
    for (Change drift : before.get().changes()) {
      Optional<String> shows =
          types.interest(resource.type()).flatMap(it -> it.showing(drift.attribute()));
      if (shows.isEmpty()) {
        return Set.of();
      }
      some.add(shows.get());
    }
    return some;
  }

  /** All addresses of the state. */
  Set<String> managed() {
    Set<String> addresses = new TreeSet<>();
    all.forEach(each -> addresses.add(each.address().toString()));
    return addresses;
  }

  /** The touched addresses for whose sake that one was read. */
  Set<String> origins(String address) {
    return causes.getOrDefault(address, Set.of());
  }

  private void relate() {
    Relatives relatives = new Relatives(types, all);
    Map<String, String> typeOf = new HashMap<>();
    all.forEach(each -> typeOf.put(each.address().toString(), each.type()));
    for (Map.Entry<String, Set<String>> origin : touched.entrySet()) {
      if (typeOf.containsKey(origin.getKey())) {
        relatives.of(origin.getKey()).stream()
            .filter(
                each ->
                    each.equals(origin.getKey())
                        || isReadBy(origin.getValue(), typeOf.getOrDefault(each, "")))
            .forEach(each -> want(each, origin.getKey(), origin.getValue()));
      }
    }
  }

  private boolean isReadBy(Set<String> actions, String type) {
    return actions.isEmpty()
        || actions.stream()
            .anyMatch(action -> types.interest(type).filter(it -> it.reads(action)).isPresent());
  }

  private void want(String address, String origin, Set<String> some) {
    causes.computeIfAbsent(address, _ -> new LinkedHashSet<>()).add(origin);
    aspects.merge(address, some, Narrowed::both);
  }

  /** None stands for all. */
  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> both = new TreeSet<>(some);
    both.addAll(others);
    return some.isEmpty() || others.isEmpty() ? Set.of() : both;
  }
}
