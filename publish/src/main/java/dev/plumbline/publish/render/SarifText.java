package dev.plumbline.publish.render;

import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.escape.UriPath;

/** Data inside SARIF's messages, which know links and placeholders, and its URIs. */
final class SarifText {

  private static final int LONGEST = 1_000;

  private SarifText() {}

  /** Names and values: printable, on one line. */
  static String plain(String data) {
    return Plain.line(data, LONGEST);
  }

  /** Part of a message: no link (§3.11.6) and no placeholder (§3.11.5) is left in it. */
  static String message(String data) {
    return plain(data).replace("](", "] (").replace("{", "{{").replace("}", "}}");
  }

  /** A state's place as a URI reference; a scheme stays, all else that is no path is encoded. */
  static String uri(String place) {
    int scheme =
        place.startsWith("s3://") || place.startsWith("file://") ? place.indexOf(':') + 1 : 0;
    return place.substring(0, scheme) + UriPath.of(place.substring(scheme));
  }
}
