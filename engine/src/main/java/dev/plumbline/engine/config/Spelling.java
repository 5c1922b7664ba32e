package dev.plumbline.engine.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Spelling {
  private Spelling() {}

  /** The word nearest to what was written, if it is near enough to be a slip. */
  static Optional<String> nearest(String written, Collection<String> words) {
    int allowed = Math.max(1, Math.min(3, written.length() / 2));
    return words.stream()
        .filter(word -> distance(written, word) <= allowed)
        .min(Comparator.comparingInt(word -> distance(written, word)));
  }

  /** "Did you mean …?", or the words there are. */
  static String advice(String written, Collection<String> words) {
    return nearest(written, words)
        .map("Did you mean \"%s\"?"::formatted)
        .orElseGet(() -> "Known here: " + String.join(", ", words) + ".");
  }

  private static int distance(String written, String word) {
    String a = written.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    String b = word.toLowerCase(Locale.ROOT);
    if (a.length() > 64) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, column -> column);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
