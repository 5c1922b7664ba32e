package dev.plumbline.live.aws.wafv2;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * WAF's answers as Terraform's nested blocks, at any depth: an object is a block, which is there
 * even where nothing is set in it ({@code allow {}}), and a list of objects is a block repeated.
 */
final class Blocks {

  /** Terraform's name where it is not the SDK's: mostly the singular, a block being one of them. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("cloud_watch_metrics_enabled", "cloudwatch_metrics_enabled"),
          Map.entry("conditions", "condition"),
          Map.entry("custom_keys", "custom_key"),
          Map.entry("data_protections", "data_protection"),
          Map.entry("filters", "filter"),
          Map.entry("insert_headers", "insert_header"),
          Map.entry("response_headers", "response_header"),
          Map.entry("rule_action_overrides", "rule_action_override"),
          Map.entry("rule_labels", "rule_label"),
          Map.entry("statements", "statement"),
          Map.entry("text_transformations", "text_transformation"));

  /** Lists of objects of one identifier, which Terraform writes as one block of identifiers. */
  private static final Set<String> IDENTIFIERS = Set.of("address_fields", "phone_number_fields");

  /** Blocks that are there only where something is set in them. */
  private static final Set<String> ONLY_FILLED = Set.of("captcha_config", "challenge_config");

  private Blocks() {}

  /** What WAF answered, as blocks; none where it is null. */
  static Value of(@Nullable Object answer) {
    return switch (answer) {
      case null -> Value.none();
      case SdkPojo pojo -> Value.of(List.of(block(pojo)));
      case List<?> list -> Value.of(list.stream().map(Blocks::element).toList());
      case Map<?, ?> map -> Value.of(List.of(block(map)));
      case SdkBytes bytes -> Value.of(bytes.asUtf8String());
      default -> Shape.of(answer);
    };
  }

  private static Value element(Object item) {
    return item instanceof SdkPojo pojo ? block(pojo) : of(item);
  }

  /** Keys are constants such as {@code API_GATEWAY}, which Terraform writes in lower case. */
  private static Value block(Map<?, ?> map) {
    Map<String, Value> members = new TreeMap<>();
    map.forEach((key, value) -> members.put(key.toString().toLowerCase(Locale.ROOT), of(value)));
    return Value.of(members);
  }

  private static Value block(SdkPojo pojo) {
    Map<String, Value> members = new TreeMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      String name = Shape.snake(field.memberName());
      members.put(NAMES.getOrDefault(name, name), member(name, of(field.getValueOrDefault(pojo))));
    }
    return Value.of(members);
  }

  private static Value member(String name, Value value) {
    if (IDENTIFIERS.contains(name)) {
      return identifiers(value);
    }
    boolean blank =
        value.items().stream().allMatch(block -> block.at("immunity_time_property").isEmpty());
    return ONLY_FILLED.contains(name) && blank ? Value.none() : value;
  }

  private static Value identifiers(Value fields) {
    List<Value> identifiers = new ArrayList<>();
    fields.items().forEach(field -> identifiers.add(field.at("identifier")));
    return identifiers.isEmpty()
        ? Value.none()
        : Value.of(List.of(Value.of(Map.of("identifiers", Value.of(identifiers)))));
  }
}
