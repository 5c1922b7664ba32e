package dev.plumbline.publish.html;

import dev.plumbline.publish.escape.Html;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML as it goes. All text and every attribute is taken as data and escaped; markup comes
 * of {@link Tag} and {@link Attr} alone. Elements are closed in the order they were opened. Used by
 * one thread.
 */
final class Markup {

  /** Longer data is cut: nobody reads it, and it would fill the page. */
  private static final int LONGEST = 1_000;

  private final Writer out;
  private final Deque<Tag> open = new ArrayDeque<>();

  Markup(Writer out) {
    this.out = out;
  }

  /** What one element holds. */
  @FunctionalInterface
  interface Content {
    void write() throws IOException;
  }

  Markup doctype() throws IOException {
    out.write("<!doctype html>");
    return this;
  }

  Markup open(Tag tag, Attr... attributes) throws IOException {
    out.write(tag.ownLine() ? "\n<" : "<");
    out.write(tag.html());
    for (Attr attribute : attributes) {
      out.write(attribute.html());
    }
    out.write('>');
    if (!tag.isVoid()) {
      open.push(tag);
    }
    return this;
  }

  Markup close() throws IOException {
    out.write("</" + open.pop().html() + ">");
    return this;
  }

  /** An element and what it holds. */
  Markup in(Tag tag, Content content, Attr... attributes) throws IOException {
    open(tag, attributes);
    content.write();
    return close();
  }

  /** An element that holds text. */
  Markup element(Tag tag, String data, Attr... attributes) throws IOException {
    return open(tag, attributes).text(data).close();
  }

  Markup code(String data) throws IOException {
    return element(Tag.CODE, data);
  }

  Markup text(String data) throws IOException {
    out.write(Html.line(data, LONGEST));
    return this;
  }

  /** Lines that are kept apart; only within {@link Tag#PRE}. */
  Markup lines(Iterable<String> lines) throws IOException {
    String between = "";
    for (String line : lines) {
      out.write(between);
      out.write(Html.line(line, LONGEST));
      between = "\n";
    }
    return this;
  }

  /** The shipped style or script as it is; never data. */
  Markup shipped(Tag tag, String text) throws IOException {
    open(tag);
    out.write(text);
    return close();
  }

  /** Ends the document. */
  void end() throws IOException {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    out.write('\n');
    out.flush();
  }
}
