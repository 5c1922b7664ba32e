package dev.plumbline.functions.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/** A request's JSON object, whose fields are all known. */
final class Body {

  static final int LARGEST = 64 * 1024;

  private static final int TEXT = 1_024;
  private static final int ITEMS = 100;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode root;

  private Body(JsonNode root) {
    this.root = root;
  }

  /** Reads it, and refuses every field but these. */
  static Body of(Request request, String... fields) throws ProblemException {
    byte[] bytes = request.body().asByteArrayUnsafe();
    if (bytes.length > LARGEST) {
      throw Problems.tooLarge(LARGEST);
    }
    String type = request.header("content-type").orElse("").replaceFirst("\\s*;.*", "");
    if (!type.equalsIgnoreCase("application/json")) {
      throw Problems.unsupportedType();
    }
    JsonNode root = parsed(bytes);
    Set<String> known = Set.of(fields);
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (!known.contains(field.getKey())) {
        throw wrong(
            "The field %s is not known".formatted(Plain.quoted(field.getKey(), 50)),
            "Use " + String.join(", ", fields) + ".");
      }
    }
    return new Body(root);
  }

  private static JsonNode parsed(byte[] bytes) throws ProblemException {
    try {
      JsonNode root = JSON.readTree(bytes);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (IOException _) {
      throw wrong("The body is not JSON in UTF-8, or has a field twice", "Send one JSON object.");
    }
    throw wrong("The body is no JSON object", "Send one JSON object.");
  }

  Optional<String> text(String field) throws ProblemException {
    JsonNode value = root.path(field);
    return value.isMissingNode() ? Optional.empty() : Optional.of(text(field, value));
  }

  boolean flag(String field) throws ProblemException {
    JsonNode value = root.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong("%s is neither true nor false".formatted(field), "Say which.");
    }
    return value.booleanValue();
  }

  /**
   * A list of different texts, empty where it is left out: an empty list means nothing, not all.
   */
  SequencedSet<String> texts(String field) throws ProblemException {
    JsonNode list = root.path(field);
    if (list.isMissingNode()) {
      return Collections.emptySortedSet();
    }
    if (!list.isArray() || list.isEmpty() || list.size() > ITEMS) {
      throw wrong(
          "%s is no list of 1 to %d texts".formatted(field, ITEMS), "Leave it out to mean all.");
    }
    SequencedSet<String> texts = new TreeSet<>();
    for (JsonNode each : list) {
      if (!texts.add(text(field, each))) {
        throw wrong("%s names something twice".formatted(field), "Name each once.");
      }
    }
    return texts;
  }

  private static String text(String field, JsonNode value) throws ProblemException {
    boolean text = value.isTextual() && !value.textValue().isBlank();
    if (!text || value.textValue().length() > TEXT) {
      throw wrong(
          "%s is no text of 1 to %,d characters".formatted(field, TEXT), "Give it as a text.");
    }
    return value.textValue();
  }

  static ProblemException wrong(String detail, String action) {
    return Problems.badRequest(detail, action);
  }
}
