package dev.plumbline.live.aws;

import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Turns an SDK answer into values by the SDK's own field metadata: each field under its name in
 * snake_case, which is what most Terraform attributes are called. A field that the API left out is
 * present as null: it was looked at.
 */
public final class Shape {

  private static final Pattern WORD_END = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern ACRONYM_END = Pattern.compile("([A-Z]+)([A-Z][a-z])");
  private static final Map<String, String> SNAKE = new ConcurrentHashMap<>();

  private Shape() {}

  /** An SDK object, collection, scalar or null as a value. */
  public static Value of(@Nullable Object answer) {
    return switch (answer) {
      case null -> Value.none();
      case Value value -> value;
      case SdkPojo pojo -> fields(pojo);
      case List<?> list -> Value.of(list.stream().map(Shape::of).toList());
      case Iterable<?> items -> {
        List<Value> values = new ArrayList<>();
        items.forEach(item -> values.add(of(item)));
        yield Value.of(values);
      }
      case Map<?, ?> map -> {
        Map<String, Value> entries = new TreeMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), of(value)));
        yield Value.of(entries);
      }
      case Boolean truth -> Value.of((boolean) truth);
      case Number number -> new Value.Num(new BigDecimal(number.toString()));
      case Instant instant -> Value.of(instant.toString());
      case SdkBytes bytes ->
          Value.of(java.util.Base64.getEncoder().encodeToString(bytes.asByteArray()));
      default -> Value.of(answer.toString());
    };
  }

  /** An SDK object's fields under their names in snake_case. */
  public static Value.Mapping fields(SdkPojo pojo) {
    Map<String, Value> entries = new TreeMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      entries.put(snake(field.memberName()), of(field.getValueOrDefault(pojo)));
    }
    return Value.of(entries);
  }

  /**
   * The value with its members renamed at every depth, for nested blocks that Terraform calls
   * otherwise.
   *
   * @param names Terraform's name by the SDK's in snake_case
   */
  public static Value renamed(Value value, Map<String, String> names) {
    return switch (value) {
      case Value.Mapping(var entries) -> {
        Map<String, Value> renamed = new TreeMap<>();
        entries.forEach(
            (name, member) -> renamed.put(names.getOrDefault(name, name), renamed(member, names)));
        yield Value.of(renamed);
      }
      case Value.Listing(var items) ->
          Value.of(items.stream().map(item -> renamed(item, names)).toList());
      case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> value;
    };
  }

  /** {@code DBInstanceClass} as {@code db_instance_class}. */
  public static String snake(String name) {
    return SNAKE.computeIfAbsent(
        name,
        camel -> {
          String split = ACRONYM_END.matcher(camel).replaceAll("$1_$2");
          return WORD_END.matcher(split).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
        });
  }
}
