package dev.plumbline.wiring.events;

import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A state of which only some resources are wanted: those that were touched, with whatever owns
 * parts of them or of what they are a part of, because one change may show at either. What the last
 * report does not know is wanted as well. For one scan.
 */
final class Narrowed implements StateSource {

  private final StateSource state;
  private final TypeCatalog types;
  private final Set<String> touched;
  private final Set<String> known;
  private final List<RecordedResource> all = new ArrayList<>();
  private final Map<String, Set<String>> causes = new HashMap<>();

  /**
   * @param touched addresses
   * @param known the addresses in the last report
   */
  Narrowed(StateSource state, TypeCatalog types, Set<String> touched, Set<String> known) {
    this.state = state;
    this.types = types;
    this.touched = Set.copyOf(touched);
    this.known = Set.copyOf(known);
  }

  @Override
  public String uri() {
    return state.uri();
  }

  @Override
  public StateIdentity read(Consumer<? super RecordedResource> each) throws StateException {
    all.clear();
    causes.clear();
    StateIdentity identity =
        state.read(
            resource -> {
              if (resource.deposed().isEmpty()) {
                all.add(resource);
              }
              each.accept(resource);
            });
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
    return causes.containsKey(address) || !known.contains(address);
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
    Map<String, Set<String>> parts = new HashMap<>();
    Map<String, Set<String>> wholes = new HashMap<>();
    Map<List<String>, Set<String>> naming = naming();
    for (RecordedResource whole : all) {
      for (Sibling rule : siblings(whole)) {
        List<String> name = List.of(rule.type(), rule.theirs(), whole.at(rule.ours()).text());
        for (String part : naming.getOrDefault(name, Set.of())) {
          String address = whole.address().toString();
          parts.computeIfAbsent(address, _ -> new LinkedHashSet<>()).add(part);
          wholes.computeIfAbsent(part, _ -> new LinkedHashSet<>()).add(address);
        }
      }
    }
    all.stream()
        .map(each -> each.address().toString())
        .filter(touched::contains)
        .forEach(origin -> relate(origin, wholes, parts));
  }

  private void relate(
      String origin, Map<String, Set<String>> wholes, Map<String, Set<String>> parts) {
    Set<String> group = new LinkedHashSet<>(Set.of(origin));
    group.addAll(wholes.getOrDefault(origin, Set.of()));
    Set<String> related = new LinkedHashSet<>(group);
    group.forEach(each -> related.addAll(parts.getOrDefault(each, Set.of())));
    related.forEach(each -> causes.computeIfAbsent(each, _ -> new LinkedHashSet<>()).add(origin));
  }

  private List<Sibling> siblings(RecordedResource resource) {
    return types
        .describe(resource.type())
        .map(description -> description.rules().siblings())
        .orElse(List.of());
  }

  /** Who names others so that it may own a part of them: by type, attribute and name. */
  private Map<List<String>, Set<String>> naming() {
    Set<List<String>> attributes = new HashSet<>();
    all.forEach(
        each ->
            siblings(each).forEach(rule -> attributes.add(List.of(rule.type(), rule.theirs()))));
    Map<List<String>, Set<String>> naming = new HashMap<>();
    for (RecordedResource each : all) {
      for (List<String> attribute : attributes) {
        if (attribute.getFirst().equals(each.type())) {
          for (String name : names(each.at(attribute.getLast()))) {
            naming
                .computeIfAbsent(
                    List.of(each.type(), attribute.getLast(), name), _ -> new LinkedHashSet<>())
                .add(each.address().toString());
          }
        }
      }
    }
    return naming;
  }

  private static List<String> names(Value value) {
    List<String> names = new ArrayList<>(value.items().stream().map(Value::text).toList());
    names.add(value.text());
    return names.stream().filter(name -> !name.isEmpty()).toList();
  }
}
