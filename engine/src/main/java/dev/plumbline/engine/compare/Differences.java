package dev.plumbline.engine.compare;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Change.Action;
import dev.plumbline.engine.Change.Item;
import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the changes between two values of one attribute, each at the deepest path that both sides
 * share.
 *
 * @param sameness tells what means the same
 */
record Differences(Sameness sameness) {

  /**
   * The changes, none where both mean the same.
   *
   * @param path the path as the report shows it, with indexes
   * @param bare the same path without them, as meanings are keyed
   */
  List<Change> between(String path, String bare, Type type, Value expected, Value actual) {
    if (sameness.same(bare, type, expected, actual)) {
      return List.of();
    }
    return sameness
        .meaning(bare, type)
        .map(meaning -> List.of(byMeaning(meaning, path, bare, type, expected, actual)))
        .orElseGet(
            () ->
                switch (type) {
                  case Type.Primitive _ -> List.of(change(path, expected, actual, List.of()));
                  case Type.ListOf(var element) -> list(path, bare, element, expected, actual);
                  case Type.SetOf(var element) ->
                      List.of(set(path, bare, element, expected, actual));
                  case Type.MapOf(var element) -> map(path, bare, element, expected, actual);
                  case Type.ObjectOf(var attributes) ->
                      object(path, bare, attributes, expected, actual);
                });
  }

  /** A change of a set, told by its added and removed elements. */
  Change set(String path, String bare, Type element, Value expected, Value actual) {
    Sameness.Leftovers left = sameness.leftovers(bare, element, expected.items(), actual.items());
    List<Item> items = new ArrayList<>();
    left.removed().forEach(each -> items.add(new Item(Action.REMOVED, "", each, Value.none())));
    left.added().forEach(each -> items.add(new Item(Action.ADDED, "", Value.none(), each)));
    return change(path, expected, actual, items);
  }

  private Change byMeaning(
      Meaning meaning, String path, String bare, Type type, Value expected, Value actual) {
    return switch (meaning) {
      case POLICY -> change(path, expected, actual, DocumentDiff.policy(expected, actual));
      case JSON -> change(path, expected, actual, DocumentDiff.json(expected, actual));
      case UNORDERED -> set(path, bare, Sameness.elementOf(type), expected, actual);
      case CASE_INSENSITIVE, INSTANT, NAME_OR_ARN, VOLATILE ->
          change(path, expected, actual, List.of());
    };
  }

  private List<Change> list(String path, String bare, Type element, Value expected, Value actual) {
    List<Value> left = expected.items();
    List<Value> right = actual.items();
    if (left.size() != right.size() || element instanceof Type.Primitive) {
      return List.of(set(path, bare, element, expected, actual));
    }
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      changes.addAll(between(path + "[" + i + "]", bare, element, left.get(i), right.get(i)));
    }
    return changes;
  }

  private List<Change> map(String path, String bare, Type element, Value expected, Value actual) {
    TreeSet<String> keys = new TreeSet<>(Values.entries(expected).keySet());
    keys.addAll(Values.entries(actual).keySet());
    List<Change> changes = new ArrayList<>();
    for (String key : keys) {
      changes.addAll(
          between(Values.keyed(path, key), bare, element, expected.at(key), actual.at(key)));
    }
    return changes;
  }

  private List<Change> object(
      String path, String bare, Map<String, Attribute> attributes, Value expected, Value actual) {
    if (expected.isEmpty() || actual.isEmpty()) {
      return List.of(change(path, expected, actual, List.of()));
    }
    List<Change> changes = new ArrayList<>();
    Values.compared(attributes, expected, actual)
        .forEach(
            (member, type) ->
                changes.addAll(
                    between(
                        path + "." + member,
                        bare + "." + member,
                        type,
                        expected.at(member),
                        actual.at(member))));
    return changes;
  }

  private static Change change(String path, Value expected, Value actual, List<Item> items) {
    return new Change(path, expected, actual, false, items);
  }
}
