package dev.plumbline.functions.api;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A request as the gateway hands it on.
 *
 * @param path decoded once, as the gateway does
 * @param query decoded; a name is there once
 * @param headers by their names in lower case
 * @param signer empty where the gateway did not authorise it
 */
record Request(
    String method,
    String path,
    SortedMap<String, String> query,
    Map<String, String> headers,
    SdkBytes body,
    Optional<Signer> signer) {

  /**
   * Who signed it.
   *
   * @param arn {@code userArn}
   * @param id {@code userId}
   * @param account the API's
   */
  record Signer(String arn, String id, String account) {}

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
