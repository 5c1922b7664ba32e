package dev.plumbline.publish.render;

import java.util.List;

/** Lines of text for a terminal. Used by one thread. */
final class Page {

  private final int width;
  private final StringBuilder out = new StringBuilder();

  Page(int width) {
    this.width = width;
  }

  void line(String text) {
    out.append(text).append('\n');
  }

  void section(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      line("  " + title + ":");
      lines.forEach(each -> wrapped("    ", each));
      line("");
    }
  }

  /** Breaks a long sentence at spaces; a word is never broken. */
  void wrapped(String indent, String text) {
    String lead = text.substring(0, text.length() - text.stripLeading().length());
    StringBuilder row = new StringBuilder(indent).append(lead);
    boolean fresh = true;
    for (String word : text.strip().split(" ", -1)) {
      if (!fresh && row.length() + 1 + word.length() > width) {
        line(row.toString());
        row = new StringBuilder(indent).append(lead).append("  ");
        fresh = true;
      }
      row.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    line(row.toString());
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
