package dev.plumbline.remediation.plan;

import dev.plumbline.state.Value;
import dev.plumbline.state.Value.Listing;
import dev.plumbline.state.Value.Mapping;
import java.util.TreeSet;

/** Whether two values say the same, where nothing, "", [] and {} are one. */
final class Alike {

  private Alike() {}

  static boolean alike(Value one, Value other) {
    if (one.isEmpty() || other.isEmpty()) {
      return nothing(one) && nothing(other);
    }
    if (one instanceof Mapping(var left) && other instanceof Mapping(var right)) {
      TreeSet<String> names = new TreeSet<>(left.keySet());
      names.addAll(right.keySet());
      return names.stream().allMatch(name -> alike(one.at(name), other.at(name)));
    }
    if (one instanceof Listing(var left) && other instanceof Listing(var right)) {
      boolean same = left.size() == right.size();
      for (int i = 0; same && i < left.size(); i++) {
        same = alike(left.get(i), right.get(i));
      }
      return same;
    }
    return one.equals(other);
  }

  private static boolean nothing(Value value) {
    return value.isEmpty()
        || (value instanceof Mapping(var entries)
            && entries.values().stream().allMatch(Alike::nothing));
  }
}
