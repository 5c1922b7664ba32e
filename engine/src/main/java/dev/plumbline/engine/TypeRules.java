package dev.plumbline.engine;

import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is odd about comparing one resource type. Paths are attribute names joined by dots, without
 * indexes: {@code rule.filter.prefix}.
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
}
