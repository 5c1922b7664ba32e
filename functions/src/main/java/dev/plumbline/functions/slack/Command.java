package dev.plumbline.functions.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a slash command says, after its name.
 *
 * @param verb the first word, in lower case; "help" where there is none
 * @param words what follows, without options
 * @param options what began with two dashes, without them
 */
record Command(String verb, List<String> words, Set<String> options) {

  Command {
    words = List.copyOf(words);
    options = Set.copyOf(options);
  }

  /**
   * Reads it. Words are parted by white space; quotes keep it within a word, and vanish where they
   * stand around a whole one, because a stack's name may hold it and an address such as {@code a["b
   * c"]} needs them. Slack writes entities, and its clients make quotes curly and two dashes one
   * long one.
   */
  static Command parse(String text) {
    List<String> words = words(plain(text));
    String verb = words.isEmpty() ? "help" : words.getFirst().toLowerCase(Locale.ROOT);
    List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
    return new Command(
        verb,
        rest.stream().filter(word -> !word.startsWith("--")).toList(),
        rest.stream()
            .filter(word -> word.startsWith("--"))
            .map(word -> word.substring(2).toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String plain(String text) {
    return text.replaceAll("[“”„‟]", "\"")
        .replaceAll("(^|\\s)[—–](?=\\w)", "$1--")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (char character : (text + " ").toCharArray()) {
      if (character == '"') {
        quoted = !quoted;
      }
      if (Character.isWhitespace(character) && !quoted) {
        if (!word.isEmpty()) {
          words.add(unquoted(word.toString()));
        }
        word.setLength(0);
      } else {
        word.append(character);
      }
    }
    if (!word.toString().isBlank()) {
      words.add(unquoted(word.toString().strip()));
    }
    return words;
  }

  private static String unquoted(String word) {
    boolean around = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
    return around ? word.substring(1, word.length() - 1) : word;
  }
}
