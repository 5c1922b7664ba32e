package dev.plumbline.engine;

import dev.plumbline.state.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is odd about comparing one resource type. Paths are attribute names joined by dots, without
 * indexes: {@code rule.filter.prefix}. Immutable; {@code with…} methods answer a copy, so that a
 * type's rules read as a table.
 *
 * @param meanings how values at a path are compared, beyond what the schema says
 * @param unobservable attributes that no API returns, each with the reason; never compared
 * @param siblings who else may own a part of it
 * @param parts for an attribute whose elements group several things (a security group rule's
 *     sources): takes its value apart into the smallest elements, which are then compared as a set
 */
public record TypeRules(
    Map<String, Meaning> meanings,
    Map<String, String> unobservable,
    List<Sibling> siblings,
    Map<String, Function<Value, List<Value>>> parts) {

  /** A type with nothing odd about it. */
  public static final TypeRules PLAIN = new TypeRules(Map.of(), Map.of(), List.of(), Map.of());

  public TypeRules {
    meanings = Map.copyOf(meanings);
    unobservable = Map.copyOf(unobservable);
    siblings = List.copyOf(siblings);
    parts = Map.copyOf(parts);
  }

  /** These paths are compared by that meaning. */
  public TypeRules with(Meaning meaning, String... paths) {
    Map<String, Meaning> more = new HashMap<>(meanings);
    for (String path : paths) {
      more.put(path, meaning);
    }
    return new TypeRules(more, unobservable, siblings, parts);
  }

  /** These attributes cannot be observed, for that reason. */
  public TypeRules withUnobservable(String reason, String... attributes) {
    Map<String, String> more = new HashMap<>(unobservable);
    for (String attribute : attributes) {
      more.put(attribute, reason);
    }
    return new TypeRules(meanings, more, siblings, parts);
  }

  /** That resource type may own a part of this one. */
  public TypeRules with(Sibling sibling) {
    return new TypeRules(
        meanings,
        unobservable,
        Stream.concat(siblings.stream(), Stream.of(sibling)).toList(),
        parts);
  }

  /** That attribute's value is taken apart before it is compared. */
  public TypeRules withParts(String attribute, Function<Value, List<Value>> split) {
    Map<String, Function<Value, List<Value>>> more = new HashMap<>(parts);
    more.put(attribute, split);
    return new TypeRules(meanings, unobservable, siblings, more);
  }
}
