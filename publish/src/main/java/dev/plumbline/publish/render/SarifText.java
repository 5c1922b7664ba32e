package dev.plumbline.publish.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.publish.escape.Plain;

/** Data inside SARIF's messages, which know links and placeholders, and its URIs. */
final class SarifText {

  private static final int LONGEST = 1_000;
  private static final String URI_CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

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
    StringBuilder uri = new StringBuilder(place.substring(0, scheme));
    for (byte each : place.substring(scheme).getBytes(UTF_8)) {
      char character = (char) (each & 0xff);
      if (URI_CHARACTERS.indexOf(character) >= 0) {
        uri.append(character);
      } else {
        uri.append("%%%02X".formatted((int) character));
      }
    }
    return uri.toString();
  }
}
