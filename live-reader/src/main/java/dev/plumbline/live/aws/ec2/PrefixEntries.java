package dev.plumbline.live.aws.ec2;

import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A prefix list's entries, from its blocks and from resources that own one each. */
final class PrefixEntries {

  private PrefixEntries() {}

  /** An entry with only what is set in it. */
  static Value part(Value entry) {
    Map<String, Value> part = new TreeMap<>();
    List.of("cidr", "description").forEach(name -> part.put(name, entry.at(name)));
    part.values().removeIf(Value::isEmpty);
    return Value.of(part);
  }
}
