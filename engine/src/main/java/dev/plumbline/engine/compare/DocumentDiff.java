package dev.plumbline.engine.compare;

import dev.plumbline.engine.Change.Action;
import dev.plumbline.engine.Change.Item;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changed inside a document: a policy's statements, another document's members. */
final class DocumentDiff {

  private DocumentDiff() {}

  /** A policy's added, removed and changed statements, told apart by their Sid where it has one. */
  static List<Item> policy(Value expected, Value actual) {
    Value left = Documents.parse(expected);
    Value right = Documents.parse(actual);
    if (!(left instanceof Value.Mapping) || !(right instanceof Value.Mapping)) {
      return List.of();
    }
    List<Value> removed = new ArrayList<>(Policies.statements(left));
    List<Value> added = new ArrayList<>(Policies.statements(right));
    List<Value> both = removed.stream().filter(added::contains).toList();
    removed.removeAll(both);
    added.removeAll(both);
    List<Item> items = new ArrayList<>(items("Statement", bySid(removed), bySid(added)));
    items.addAll(members("", besideStatements(expected), besideStatements(actual)));
    return items;
  }

  private static Value besideStatements(Value policy) {
    Map<String, Value> members = new TreeMap<>(Values.entries(Policies.canonical(policy)));
    members.remove("Statement");
    return Value.of(members);
  }

  /** A document's members that differ, as deep as both sides are objects. */
  static List<Item> json(Value expected, Value actual) {
    return members("", Documents.parse(expected), Documents.parse(actual));
  }

  private static List<Item> members(String path, Value expected, Value actual) {
    if (!(expected instanceof Value.Mapping(var left))
        || !(actual instanceof Value.Mapping(var right))) {
      return List.of();
    }
    TreeSet<String> keys = new TreeSet<>(left.keySet());
    keys.addAll(right.keySet());
    List<Item> items = new ArrayList<>();
    for (String key : keys) {
      String at = path.isEmpty() ? key : path + "." + key;
      Value before = expected.at(key);
      Value after = actual.at(key);
      if (before instanceof Value.Mapping && after instanceof Value.Mapping) {
        items.addAll(members(at, before, after));
      } else if (!Documents.canonical(before).equals(Documents.canonical(after))) {
        items.add(item(at, before, after));
      }
    }
    return items;
  }

  private static Map<String, Value> bySid(List<Value> statements) {
    Map<String, Value> bySid = new LinkedHashMap<>();
    for (Value statement : statements) {
      String sid = statement.at("Sid").text();
      String key = sid.isEmpty() ? "" : Values.keyed("", sid);
      while (bySid.containsKey(key)) {
        key += "'";
      }
      bySid.put(key, statement);
    }
    return bySid;
  }

  private static List<Item> items(
      String path, Map<String, Value> removed, Map<String, Value> added) {
    List<Item> items = new ArrayList<>();
    removed.forEach(
        (sid, before) ->
            items.add(item(path + sid, before, added.getOrDefault(sid, Value.none()))));
    added.forEach(
        (sid, after) -> {
          if (!removed.containsKey(sid)) {
            items.add(item(path + sid, Value.none(), after));
          }
        });
    return items;
  }

  private static Item item(String path, Value before, Value after) {
    Action action =
        before.isEmpty() ? Action.ADDED : after.isEmpty() ? Action.REMOVED : Action.CHANGED;
    return new Item(action, path, before, after);
  }
}
