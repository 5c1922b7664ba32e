package dev.plumbline.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.functions.api.Api;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request to the API.
 *
 * @param path percent-encoded
 * @param query values as they stand in the query
 * @param arn who signs it, "" for nobody
 */
record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    String arn) {

  static Call get(String path) {
    return new Call("GET", path, Map.of(), Map.of(), "", Gateway.ROBOT);
  }

  static Call post(String path, String body) {
    return new Call(
        "POST",
        path,
        Map.of(),
        Map.of("Content-Type", "application/json", "Idempotency-Key", "one"),
        body,
        Gateway.ANA);
  }

  Call method(String other) {
    return new Call(other, path, query, headers, body, arn);
  }

  Call by(String other) {
    return new Call(method, path, query, headers, body, other);
  }

  Call body(String other) {
    return new Call(method, path, query, headers, other, arn);
  }

  Call with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value);
    return new Call(method, path, more, headers, body, arn);
  }

  Call header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Call(method, path, query, more, body, arn);
  }

  Gateway.Answer to(FakeStore store) {
    return to(new Api(store.ports()));
  }

  Gateway.Answer to(Api api) {
    String asked =
        query.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    return Gateway.Answer.of(
        api.answer(
            Gateway.event(
                method,
                asked.isEmpty() ? path : path + "?" + asked,
                headers,
                body.getBytes(UTF_8),
                arn)));
  }
}
