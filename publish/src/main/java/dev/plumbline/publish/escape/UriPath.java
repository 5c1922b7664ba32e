package dev.plumbline.publish.escape;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Data as a path in a URI: what is neither unreserved (RFC 3986, section 2.3) nor a slash is
 * percent-encoded, so no scheme, host or query can be in what comes out.
 */
public final class UriPath {

  private static final String KEPT =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private UriPath() {}

  /** That path, encoded. */
  public static String of(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte each : path.getBytes(UTF_8)) {
      char character = (char) (each & 0xff);
      if (KEPT.indexOf(character) >= 0) {
        uri.append(character);
      } else {
        uri.append("%%%02X".formatted((int) character));
      }
    }
    return uri.toString();
  }
}
