package dev.plumbline.wiring.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The words of a command, one after another. White space within an address's {@code ["…"]} parts no
 * words; backticks around a word, which people put there so that markdown leaves it alone, are not
 * part of it. Used once, by one thread.
 */
final class Words {

  private final String line;
  private final Deque<String> put = new ArrayDeque<>();
  private int at;

  Words(String line) {
    this.line = line;
  }

  /** A word that cannot be read to its end. */
  static final class UnclosedException extends Exception {
    private static final long serialVersionUID = 1L;

    UnclosedException(String message) {
      super(message);
    }
  }

  /** The next word; empty at the line's end. */
  Optional<String> next() throws UnclosedException {
    if (!put.isEmpty()) {
      return Optional.of(put.pop());
    }
    skip();
    if (at == line.length()) {
      return Optional.empty();
    }
    return Optional.of(line.charAt(at) == '`' ? marked() : plain());
  }

  /** Gives a word back. */
  void back(String word) {
    put.push(word);
  }

  /** All that was not read yet. */
  String rest() {
    String rest = line.substring(at).strip();
    return put.isEmpty() ? rest : (put.peek() + " " + rest).strip();
  }

  private void skip() {
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
  }

  private String marked() throws UnclosedException {
    int end = line.indexOf('`', at + 1);
    if (end < 0) {
      throw new UnclosedException("A backtick is not closed.");
    }
    String word = line.substring(at + 1, end).strip();
    at = end + 1;
    return word;
  }

  private String plain() throws UnclosedException {
    int start = at;
    while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
      if (line.startsWith("[\"", at)) {
        at += 2;
        key();
      } else {
        at++;
      }
    }
    return line.substring(start, at);
  }

  /** Up to the quote that ends an address's key; a backslash takes the next character with it. */
  private void key() throws UnclosedException {
    while (at < line.length() && line.charAt(at) != '"') {
      at += line.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= line.length()) {
      at = line.length();
      throw new UnclosedException("The quotes of an address's key are not closed.");
    }
    at++;
  }
}
