package dev.plumbline.wiring.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * An answer over HTTP.
 *
 * @param body JSON; where the status is 400 or more, a problem as RFC 9457 has it
 */
public record HttpAnswer(int status, String contentType, String body) {

  static HttpAnswer ok(String note) {
    return json(200, note);
  }

  static HttpAnswer taken() {
    return json(202, "taken");
  }

  /** For a body that is larger than any that is read. */
  public static HttpAnswer tooLarge() {
    return problem(413, "Too large", "A delivery may have %,d bytes.".formatted(Webhook.LARGEST));
  }

  /** For what cannot even be read as a request. */
  public static HttpAnswer unreadable(String detail) {
    return problem(400, "Malformed request", detail);
  }

  static HttpAnswer problem(int status, String title, String detail) {
    return new HttpAnswer(
        status,
        "application/problem+json",
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .toString());
  }

  private static HttpAnswer json(int status, String note) {
    return new HttpAnswer(
        status,
        "application/json",
        JsonNodeFactory.instance.objectNode().put("note", note).toString());
  }
}
