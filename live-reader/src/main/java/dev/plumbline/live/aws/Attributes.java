package dev.plumbline.live.aws;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.engine.schema.TypeSchema;
import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Collects one resource's observed attributes and gives them the schema's form: a block that the
 * API answers as one object becomes a list of one, text becomes a number where the schema says
 * number, fields the schema does not know are dropped. What is never put in stays unobserved, and
 * is not compared.
 */
public final class Attributes {

  private final TypeSchema schema;
  private final Map<String, Value> values = new TreeMap<>();
  private final Map<String, String> moving = new TreeMap<>();

  Attributes(TypeSchema schema) {
    this.schema = schema;
  }

  /**
   * Takes every field of the answer whose name in snake_case is an attribute of the type, but for
   * its tags, which {@link #tags} gives their form.
   */
  public Attributes from(SdkPojo answer) {
    Shape.fields(answer)
        .entries()
        .forEach(
            (name, value) -> {
              if (!name.equals("tags")) {
                put(name, value);
              }
            });
    return this;
  }

  /** The same but for the named attributes, which stay unobserved. */
  public Attributes fromAllBut(SdkPojo answer, String... attributes) {
    Set<String> left = Set.of(attributes);
    Shape.fields(answer)
        .entries()
        .forEach(
            (name, value) -> {
              if (!left.contains(name)) {
                put(name, value);
              }
            });
    return this;
  }

  /**
   * Takes every entry whose name in snake_case is an attribute of the type; for APIs that answer
   * maps of text.
   */
  public Attributes fromMap(Map<String, String> answer) {
    answer.forEach((name, value) -> put(Shape.snake(name), value));
    return this;
  }

  /**
   * Sets one attribute, from an SDK object, a collection, a scalar or null; ignored where the
   * schema lacks it.
   */
  public Attributes put(String attribute, @Nullable Object value) {
    schema
        .attribute(attribute)
        .ifPresent(known -> values.put(attribute, fit(Shape.of(value), known.type())));
    return this;
  }

  /**
   * Sets the tags, all of them, as {@code tags_all}; the engine takes the provider's default tags
   * off for {@code tags}.
   *
   * @param tags objects with a key and a value field, however the service spells them
   */
  public Attributes tags(List<? extends SdkPojo> tags) {
    return tags(tagMap(tags));
  }

  static Map<String, String> tagMap(List<? extends SdkPojo> tags) {
    Map<String, String> all = new TreeMap<>();
    for (SdkPojo tag : tags) {
      Value.Mapping fields = Shape.fields(tag);
      all.put(either(fields, "key", "tag_key").text(), either(fields, "value", "tag_value").text());
    }
    return all;
  }

  /** Sets the tags from a map. */
  public Attributes tags(Map<String, String> tags) {
    return put("tags_all", tags);
  }

  /**
   * Says that something other than a person or Terraform is expected to move the attribute here:
   * how it differs is reported as IGNORED.
   *
   * @param reason what moves it, after the attribute's name: {@code is moved by the scaling policy
   *     cpu}
   */
  public Attributes moving(String attribute, String reason) {
    moving.put(attribute, reason);
    return this;
  }

  /** What was observed. */
  public Observation.Found found() {
    return new Observation.Found(Value.of(values), moving);
  }

  private static Value either(Value.Mapping fields, String name, String other) {
    return fields.entries().containsKey(name) ? fields.at(name) : fields.at(other);
  }

  private static Value fit(Value value, Type type) {
    return switch (type) {
      case Type.Primitive primitive -> scalar(value, primitive);
      case Type.ListOf(var element) -> elements(value, element);
      case Type.SetOf(var element) -> elements(value, element);
      case Type.MapOf(var element) -> entries(value, element);
      case Type.ObjectOf(var attributes) -> members(value, attributes);
    };
  }

  private static Value elements(Value value, Type element) {
    if (value.isEmpty()) {
      return Value.none();
    }
    List<Value> items = value instanceof Value.Listing(var list) ? list : List.of(value);
    return Value.of(items.stream().map(item -> fit(item, element)).toList());
  }

  private static Value entries(Value value, Type element) {
    if (!(value instanceof Value.Mapping(var entries))) {
      return value;
    }
    Map<String, Value> fitted = new TreeMap<>();
    entries.forEach((key, item) -> fitted.put(key, fit(item, element)));
    return Value.of(fitted);
  }

  private static Value members(Value value, Map<String, Attribute> attributes) {
    if (!(value instanceof Value.Mapping(var entries))) {
      return value;
    }
    Map<String, Value> fitted = new TreeMap<>();
    entries.forEach(
        (name, member) -> {
          Attribute known = attributes.get(name);
          if (known != null) {
            fitted.put(name, fit(member, known.type()));
          }
        });
    return Value.of(fitted);
  }

  private static Value scalar(Value value, Type.Primitive type) {
    if (!(value instanceof Value.Text(var text))) {
      return type == Type.Primitive.STRING ? written(value) : value;
    }
    return switch (type) {
      case STRING, DYNAMIC -> value;
      case BOOL -> text.isEmpty() ? Value.none() : Value.of(Boolean.parseBoolean(text));
      case NUMBER -> number(text);
    };
  }

  private static Value written(Value value) {
    return switch (value) {
      case Value.Num(var number) -> Value.of(number.toPlainString());
      case Value.Bool(var truth) -> Value.of(Boolean.toString(truth));
      case Value.Null _, Value.Text _, Value.Listing _, Value.Mapping _ -> value;
    };
  }

  private static Value number(String text) {
    try {
      return text.isEmpty() ? Value.none() : new Value.Num(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return Value.of(text);
    }
  }
}
