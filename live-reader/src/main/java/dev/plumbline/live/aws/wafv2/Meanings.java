package dev.plumbline.live.aws.wafv2;

import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One form for all spellings of blocks whose mere presence says something: {@code allow {}} and
 * {@code block {}} differ, though nothing is set in either. What is not set and what says the
 * service's default is left out; no order of statements or values matters to WAF, which has
 * priorities for that.
 */
final class Meanings {

  /** A block in which nothing is set. */
  private static final Value PRESENT = Value.of(true);

  /** What WAF fills in where nothing is said. Source: the WAF API reference. */
  private static final Map<String, Value> DEFAULTS =
      Map.of(
          "evaluation_window_sec", Value.of(300),
          "oversize_handling", Value.of("CONTINUE"),
          "sensitivity_level", Value.of("LOW"));

  private Meanings() {}

  /** Each block in that form. */
  static List<Value> of(Value blocks) {
    return blocks.items().stream().map(Meanings::block).toList();
  }

  private static Value block(Value block) {
    Map<String, Value> members = new TreeMap<>();
    if (block instanceof Value.Mapping(var entries)) {
      entries.forEach(
          (name, member) -> {
            Value meaning = meaning(name, member);
            if (said(meaning) && !meaning.equals(DEFAULTS.get(name))) {
              members.put(name, meaning);
            }
          });
    }
    return members.isEmpty() ? PRESENT : Value.of(members);
  }

  private static Value meaning(String name, Value member) {
    if (!(member instanceof Value.Listing(var items))) {
      return member;
    }
    List<Value> meanings = new ArrayList<>();
    for (Value item : items) {
      boolean scalar = item instanceof Value.Text || item instanceof Value.Num;
      meanings.add(scalar ? item : block(known(name, item)));
    }
    meanings.sort(Comparator.comparing(Value::toString));
    return Value.of(meanings);
  }

  /** The provider never reads the name of the header that a response is inspected for. */
  private static Value known(String name, Value block) {
    if (!name.equals("response_inspection") || !(block instanceof Value.Mapping(var entries))) {
      return block;
    }
    Map<String, Value> members = new TreeMap<>(entries);
    members.computeIfPresent(
        "header",
        (_, headers) -> Value.of(headers.items().stream().map(Meanings::unnamed).toList()));
    return Value.of(members);
  }

  private static Value unnamed(Value header) {
    Map<String, Value> members = new TreeMap<>();
    for (String name : List.of("failure_values", "success_values")) {
      members.put(name, header.at(name));
    }
    return Value.of(members);
  }

  private static boolean said(Value value) {
    return !value.isEmpty() && !value.equals(Value.of(false)) && !value.equals(Value.of(0));
  }
}
