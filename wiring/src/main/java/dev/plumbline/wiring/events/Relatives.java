package dev.plumbline.wiring.events;

import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which resources of a state own parts of others, so that one change may show at either. */
final class Relatives {

  private final TypeCatalog types;
  private final List<RecordedResource> all;
  private final Map<String, Set<String>> parts = new HashMap<>();
  private final Map<String, Set<String>> wholes = new HashMap<>();

  Relatives(TypeCatalog types, List<RecordedResource> all) {
    this.types = types;
    this.all = List.copyOf(all);
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
  }

  /** Itself, what it is a part of, and all that own parts of any of these, by address. */
  Set<String> of(String origin) {
    Set<String> group = new LinkedHashSet<>(Set.of(origin));
    group.addAll(wholes.getOrDefault(origin, Set.of()));
    Set<String> related = new LinkedHashSet<>(group);
    group.forEach(each -> related.addAll(parts.getOrDefault(each, Set.of())));
    return related;
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
