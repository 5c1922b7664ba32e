package dev.plumbline.cli.demo;

import java.util.List;
import java.util.Map;

/**
 * One request that changed an account.
 *
 * @param clock the emulator's time at this request, in seconds since 1970
 * @param seed from which the request drew its ids
 * @param path path and query, encoded as they were sent
 * @param headers without those that every client sets anew
 * @param body text, or base64 where {@code encoded} says so
 * @param answered the status with which it was refused when it was recorded, 0 where it was not
 * @param drawn the ids that came up in its answer for the first time, in the answer's order
 */
public record RecordedRequest(
    long clock,
    long seed,
    String method,
    String path,
    Map<String, String> headers,
    String body,
    boolean encoded,
    int answered,
    List<String> drawn) {

  public RecordedRequest {
    headers = Map.copyOf(headers);
    drawn = List.copyOf(drawn);
  }
}
