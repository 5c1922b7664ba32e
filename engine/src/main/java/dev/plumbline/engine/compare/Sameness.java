package dev.plumbline.engine.compare;

import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two values of one attribute mean the same (law 2). Null, "", [], {} and an absent block
 * are one value; false and 0 are the same as a value that the other side does not have, since
 * providers write them where an API leaves a field out. A member that was not observed is not
 * compared.
 *
 * @param meanings the type's meanings by path without indexes
 */
record Sameness(Map<String, Meaning> meanings) {

  /** Whether the values at that path (without indexes) mean the same. */
  boolean same(String path, Type type, Value expected, Value actual) {
    if (expected.equals(actual) || (nothing(expected) && nothing(actual))) {
      return true;
    }
    Optional<Meaning> meaning = meaning(path, type);
    if (meaning.isPresent()) {
      return byMeaning(meaning.get(), path, type, expected, actual);
    }
    return switch (type) {
      case Type.Primitive primitive -> Scalars.same(primitive, expected, actual);
      case Type.ListOf(var element) -> sameList(path, element, expected, actual);
      case Type.SetOf(var element) -> sameSet(path, element, expected, actual);
      case Type.MapOf(var element) -> sameMap(path, element, expected, actual);
      case Type.ObjectOf(var attributes) -> sameObject(path, attributes, expected, actual);
    };
  }

  /**
   * The meaning given for a path, where values of that type have it: a collection and its elements
   * share a path, and what is said of an order is the collection's, what is said of a text each
   * element's.
   */
  Optional<Meaning> meaning(String path, Type type) {
    boolean collection = !elementOf(type).equals(type);
    return Optional.ofNullable(meanings.get(path))
        .filter(
            meaning ->
                switch (meaning) {
                  case UNORDERED -> collection;
                  case CASE_INSENSITIVE, INSTANT, NAME_OR_ARN -> !collection;
                  case JSON, POLICY, VOLATILE -> true;
                });
  }

  /** The elements of each side that the other lacks, as sets. */
  Leftovers leftovers(String path, Type element, List<Value> expected, List<Value> actual) {
    Set<Value> equal = new HashSet<>(expected);
    equal.retainAll(new HashSet<>(actual));
    List<Value> removed = new ArrayList<>(without(expected, equal));
    List<Value> added = new ArrayList<>(without(actual, equal));
    removed.removeIf(
        wanted -> {
          Optional<Value> match =
              added.stream().filter(each -> same(path, element, wanted, each)).findFirst();
          match.ifPresent(added::remove);
          return match.isPresent();
        });
    removed.removeIf(wanted -> actual.stream().anyMatch(each -> same(path, element, wanted, each)));
    added.removeIf(extra -> expected.stream().anyMatch(each -> same(path, element, each, extra)));
    return new Leftovers(removed, added);
  }

  /** What one side of a set has and the other lacks. */
  record Leftovers(List<Value> removed, List<Value> added) {
    boolean none() {
      return removed.isEmpty() && added.isEmpty();
    }
  }

  /** Nothing is there: empty, or a block in which nothing is set. */
  static boolean nothing(Value value) {
    return switch (value) {
      case Value.Null _ -> true;
      case Value.Bool(var truth) -> !truth;
      case Value.Num(var number) -> number.signum() == 0;
      case Value.Text(var text) -> text.isEmpty();
      case Value.Listing(var items) -> items.stream().allMatch(Sameness::nothing);
      case Value.Mapping(var entries) -> entries.values().stream().allMatch(Sameness::nothing);
    };
  }

  private boolean byMeaning(Meaning meaning, String path, Type type, Value expected, Value actual) {
    return switch (meaning) {
      case VOLATILE -> true;
      case JSON -> Documents.json(expected).equals(Documents.json(actual));
      case POLICY -> Policies.canonical(expected).equals(Policies.canonical(actual));
      case UNORDERED -> sameSet(path, elementOf(type), expected, actual);
      case CASE_INSENSITIVE -> Scalars.written(expected).equalsIgnoreCase(Scalars.written(actual));
      case INSTANT -> Scalars.sameInstant(Scalars.written(expected), Scalars.written(actual));
      case NAME_OR_ARN -> Scalars.sameName(Scalars.written(expected), Scalars.written(actual));
    };
  }

  /** What a list or set holds; anything else holds itself. */
  static Type elementOf(Type type) {
    return switch (type) {
      case Type.ListOf(var element) -> element;
      case Type.SetOf(var element) -> element;
      case Type.MapOf _, Type.ObjectOf _, Type.Primitive _ -> type;
    };
  }

  private boolean sameList(String path, Type element, Value expected, Value actual) {
    List<Value> left = expected.items();
    List<Value> right = actual.items();
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(path, element, left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean sameSet(String path, Type element, Value expected, Value actual) {
    return leftovers(path, element, expected.items(), actual.items()).none();
  }

  private boolean sameMap(String path, Type element, Value expected, Value actual) {
    Set<String> keys = new HashSet<>(Values.entries(expected).keySet());
    keys.addAll(Values.entries(actual).keySet());
    return keys.stream().allMatch(key -> same(path, element, expected.at(key), actual.at(key)));
  }

  private boolean sameObject(
      String path, Map<String, Attribute> attributes, Value expected, Value actual) {
    if (expected.isEmpty() || actual.isEmpty()) {
      return false;
    }
    return Values.compared(attributes, expected, actual).entrySet().stream()
        .allMatch(
            member ->
                same(
                    path + "." + member.getKey(),
                    member.getValue(),
                    expected.at(member.getKey()),
                    actual.at(member.getKey())));
  }

  private static List<Value> without(List<Value> values, Set<Value> excluded) {
    return values.stream().filter(each -> !excluded.contains(each)).toList();
  }
}
