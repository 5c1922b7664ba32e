package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** API Gateway's maps of objects, which Terraform writes as blocks that hold the key as well. */
final class Blocks {

  private Blocks() {}

  /** Each entry's members and its key under that name. */
  static Value keyed(Value map, String key) {
    return Value.of(
        entries(map)
            .map(
                entry -> {
                  Map<String, Value> block = new TreeMap<>(members(entry.getValue()));
                  block.put(key, Value.of(entry.getKey()));
                  return Value.of(block);
                })
            .toList());
  }

  /** Each entry's key and value under those names; an empty one says nothing. */
  static Value pairs(Value map, String key, String value) {
    return Value.of(
        entries(map)
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> Value.of(Map.of(key, Value.of(entry.getKey()), value, entry.getValue())))
            .toList());
  }

  private static Stream<Map.Entry<String, Value>> entries(Value map) {
    return members(map).entrySet().stream();
  }

  private static Map<String, Value> members(Value map) {
    return map instanceof Value.Mapping(var entries) ? entries : Map.of();
  }
}
