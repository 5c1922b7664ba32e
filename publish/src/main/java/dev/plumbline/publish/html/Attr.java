package dev.plumbline.publish.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.publish.escape.Html;

/**
 * An attribute of an element. There is none that a browser would carry out: no event handler, no
 * style, no source, and a link leads only into the page itself or to another page beside it.
 *
 * @param name the attribute's
 * @param value data; it is escaped when it is written
 */
record Attr(String name, String value) {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private static final int LONGEST = 1_000;

  /** The attributes that take any text. */
  enum Name {
    ID("id"),
    CLASS("class"),
    LANG("lang"),
    CHARSET("charset"),
    NAME("name"),
    CONTENT("content"),
    HTTP_EQUIV("http-equiv"),
    TYPE("type"),
    VALUE("value"),
    FOR("for"),
    SCOPE("scope"),
    DATETIME("datetime"),
    ROLE("role"),
    HIDDEN("hidden"),
    OPEN("open"),
    AUTOCOMPLETE("autocomplete"),
    LABEL("aria-label"),
    LABELLED_BY("aria-labelledby"),
    ITEM("data-item"),
    GROUP("data-group"),
    FILTER("data-filter"),
    STATUS("data-status"),
    SEVERITY("data-severity"),
    RESOURCE_TYPE("data-type"),
    ENVIRONMENT("data-environment"),
    VIEW_BOX("viewBox"),
    POINTS("points");

    private final String html;

    Name(String html) {
      this.html = html;
    }

    Attr of(String value) {
      return new Attr(html, value);
    }

    /** Without a value, as {@code hidden}. */
    Attr alone() {
      return of("");
    }
  }

  /** A link to what has that id on the same page. */
  static Attr to(String id) {
    return new Attr("href", "#" + encoded(id));
  }

  /** A link to a page, by its path from the folder of this one. */
  static Attr page(String path) {
    return new Attr("href", "./" + encoded(path));
  }

  static Attr css(String classes) {
    return Name.CLASS.of(classes);
  }

  static Attr id(String id) {
    return Name.ID.of(id);
  }

  String html() {
    return value.isEmpty() ? " " + name : " %s=\"%s\"".formatted(name, Html.line(value, LONGEST));
  }

  /** No scheme, host or query can be in what comes out. */
  private static String encoded(String path) {
    StringBuilder out = new StringBuilder();
    for (byte each : path.getBytes(UTF_8)) {
      char character = (char) (each & 0xff);
      if (UNRESERVED.indexOf(character) >= 0) {
        out.append(character);
      } else {
        out.append("%%%02X".formatted((int) character));
      }
    }
    return out.toString();
  }
}
