package dev.plumbline.live.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.engine.schema.TypeSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the compact schemas that {@code live-reader/schema/extract-schemas} takes out of {@code
 * terraform providers schema -json}: one file a type, so that only the types in use are parsed. A
 * string is its type, {@code ["set", …]} a collection, an object its attributes; the flags are
 * letters: {@code c} computed, {@code o} configurable, {@code s} sensitive.
 */
final class Schemas {

  private final ObjectMapper json = new ObjectMapper();

  /** The schema of that type. */
  TypeSchema load(String type) {
    String file = "schema/" + type + ".json";
    try (InputStream in = Schemas.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            "there is no " + file + ": run live-reader/schema/extract-schemas");
      }
      return new TypeSchema(type, new TreeMap<>(attributes(json.readTree(in))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("reading " + file + " failed", unreadable);
    }
  }

  private static Map<String, Attribute> attributes(JsonNode node) {
    Map<String, Attribute> attributes = new TreeMap<>();
    node.properties()
        .forEach(
            entry -> {
              String flags = entry.getValue().get(0).asText();
              attributes.put(
                  entry.getKey(),
                  new Attribute(
                      type(entry.getValue().get(1)),
                      flags.contains("c"),
                      flags.contains("o"),
                      flags.contains("s")));
            });
    return attributes;
  }

  private static Type type(JsonNode node) {
    if (node.isObject()) {
      return new Type.ObjectOf(attributes(node));
    }
    if (node.isArray()) {
      Type element = type(node.get(1));
      return switch (node.get(0).asText()) {
        case "list" -> new Type.ListOf(element);
        case "set" -> new Type.SetOf(element);
        case "map" -> new Type.MapOf(element);
        default ->
            throw new IllegalStateException("unknown collection in a schema: " + node.get(0));
      };
    }
    return switch (node.asText()) {
      case "string" -> Type.Primitive.STRING;
      case "number" -> Type.Primitive.NUMBER;
      case "bool" -> Type.Primitive.BOOL;
      case "dynamic" -> Type.Primitive.DYNAMIC;
      default -> throw new IllegalStateException("unknown type in a schema: " + node);
    };
  }
}
