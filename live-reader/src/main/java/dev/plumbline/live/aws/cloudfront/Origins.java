package dev.plumbline.live.aws.cloudfront;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;

/** A distribution's origins and groups of them as Terraform writes them. */
final class Origins {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("id", "origin_id"),
          Map.entry("custom_headers", "custom_header"),
          Map.entry("header_name", "name"),
          Map.entry("header_value", "value"),
          Map.entry("members", "member"));

  private Origins() {}

  /** The origins. */
  static Value of(List<? extends SdkPojo> origins) {
    return Value.of(origins.stream().map(Origins::origin).toList());
  }

  /** The groups. */
  static Value groups(List<? extends SdkPojo> groups) {
    return Value.of(groups.stream().map(group -> Value.of(named(group))).toList());
  }

  private static Value origin(SdkPojo origin) {
    Map<String, Value> block = named(origin);
    if (block
        .getOrDefault("s3_origin_config", Value.none())
        .at("origin_access_identity")
        .isEmpty()) {
      block.put("s3_origin_config", Value.none());
    }
    if (!block.getOrDefault("origin_shield", Value.none()).at("enabled").equals(Value.of(true))) {
      block.put("origin_shield", Value.none());
    }
    // where there is none CloudFront says "": an answer without it has not looked
    if (block.getOrDefault("origin_access_control_id", Value.none()) instanceof Value.Null) {
      block.remove("origin_access_control_id");
    }
    return Value.of(block);
  }

  private static Map<String, Value> named(SdkPojo pojo) {
    return Shape.renamed(CloudFront.plain(Shape.fields(pojo)), NAMES)
            instanceof Value.Mapping(var entries)
        ? new TreeMap<>(entries)
        : new TreeMap<>();
  }
}
