package dev.plumbline.publish.github;

import java.util.Set;
import java.util.TreeSet;

/**
 * What an issue remembers of the scan that wrote it.
 *
 * @param known whether it remembers at all; if not, anything may have drifted before
 * @param fingerprint the drift's fingerprint then
 * @param items what stood in it: keyed hashes of drifted addresses, or a summary's stacks
 */
record Memory(boolean known, String fingerprint, Set<String> items) {

  /** More would crowd out the report: then anything may have drifted before. */
  static final int MOST_ITEMS = 1000;

  Memory {
    items = Set.copyOf(items);
  }

  static Memory unknown() {
    return new Memory(false, "", Set.of());
  }

  static Memory of(String fingerprint, Set<String> items) {
    return items.size() > MOST_ITEMS
        ? new Memory(false, fingerprint, Set.of())
        : new Memory(true, fingerprint, items);
  }

  /** The items as one token: {@code *} for anything, {@code -} for none. */
  String token() {
    if (!known) {
      return "*";
    }
    return items.isEmpty() ? "-" : String.join(".", new TreeSet<>(items));
  }

  static Memory parse(String fingerprint, String token) {
    return switch (token) {
      case "*" -> new Memory(false, fingerprint, Set.of());
      case "-" -> new Memory(true, fingerprint, Set.of());
      default -> new Memory(true, fingerprint, Set.of(token.split("\\.")));
    };
  }
}
