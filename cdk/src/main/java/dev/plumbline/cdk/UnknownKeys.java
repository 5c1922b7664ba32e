package dev.plumbline.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds keys that nobody reads, and what was probably meant. */
final class UnknownKeys {

  private UnknownKeys() {}

  static List<String> in(JsonNode given, JsonNode known) {
    List<String> problems = new ArrayList<>();
    collect("", given, known, problems);
    return problems;
  }

  private static void collect(String path, JsonNode given, JsonNode known, List<String> problems) {
    given
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              JsonNode expected = known.path(name);
              if (expected.isMissingNode()) {
                problems.add("%s%s is no key%s".formatted(path, name, suggestion(name, known)));
              } else if (expected.isObject()) {
                collect(path + name + ".", property.getValue(), expected, problems);
              }
            });
  }

  private static String suggestion(String name, JsonNode known) {
    Optional<String> closest =
        known
            .propertyStream()
            .map(property -> property.getKey())
            .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    return closest
        .filter(candidate -> distance(name, candidate) <= 3)
        .map(candidate -> "; did you mean " + candidate + "?")
        .orElse("");
  }

  /** Levenshtein's distance, letter case set aside. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(java.util.Locale.ROOT);
    String b = other.toLowerCase(java.util.Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
