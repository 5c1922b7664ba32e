package dev.plumbline.functions.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.publish.render.JsonReport;
import java.util.Base64;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An answer. What is true of all is added when it is written: it is not kept by anybody, and its
 * type is not guessed.
 *
 * @param headers by their names in lower case
 * @param body "" in UTF-8 where there is none
 */
record Response(int status, SequencedMap<String, String> headers, SdkBytes body) {

  private static final JsonMapper JSON = new JsonMapper(JsonReport.asciiFactory());
  private static final SdkBytes NOTHING = SdkBytes.fromUtf8String("");

  Response {
    headers = Collections.unmodifiableSequencedMap(new TreeMap<>(headers));
  }

  static Response json(int status, JsonNode body) {
    try {
      return of(status, SdkBytes.fromByteArray(JSON.writeValueAsBytes(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always written", e);
    }
  }

  /** With a body that is JSON already. */
  static Response of(int status, SdkBytes json) {
    return empty(status, json).with("content-type", "application/json");
  }

  static Response empty(int status) {
    return empty(status, NOTHING);
  }

  private static Response empty(int status, SdkBytes body) {
    return new Response(status, new TreeMap<>(), body);
  }

  Response with(String header, String value) {
    SequencedMap<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body);
  }

  Response withoutBody() {
    return new Response(status, headers, NOTHING);
  }

  /**
   * As the gateway takes it. In base64, whose length is known beforehand: escaped, a report full of
   * quotation marks could come to twice its size, and over Lambda's limit.
   */
  ObjectNode payload() {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("statusCode", status);
    ObjectNode all = payload.putObject("headers");
    headers.forEach(all::put);
    all.put("cache-control", "no-store").put("x-content-type-options", "nosniff");
    payload.put("body", Base64.getEncoder().encodeToString(body.asByteArrayUnsafe()));
    return payload.put("isBase64Encoded", true);
  }
}
