package dev.plumbline.live.aws.dynamodb;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** DynamoDB's descriptions as the blocks of {@code aws_dynamodb_table}. */
final class TableBlocks {

  /** Switching it on takes up to an hour, in which it is already asked for. */
  private static final Set<TimeToLiveStatus> TTL_ON =
      Set.of(TimeToLiveStatus.ENABLED, TimeToLiveStatus.ENABLING);

  private TableBlocks() {}

  static Value attributes(List<AttributeDefinition> definitions) {
    return Value.of(
        definitions.stream()
            .map(
                each ->
                    Value.of(
                        Map.of(
                            "name", Shape.of(each.attributeName()),
                            "type", Shape.of(each.attributeTypeAsString()))))
            .toList());
  }

  /** The name of the key attribute of that kind, null where the schema has none. */
  static Value key(List<KeySchemaElement> keys, KeyType kind) {
    return keys.stream()
        .filter(key -> key.keyType() == kind)
        .map(key -> Shape.of(key.attributeName()))
        .findFirst()
        .orElse(Value.none());
  }

  static Value global(List<GlobalSecondaryIndexDescription> indexes) {
    return Value.of(
        indexes.stream()
            .map(
                index -> {
                  Map<String, Value> block =
                      index(index.indexName(), index.keySchema(), index.projection());
                  block.put("hash_key", key(index.keySchema(), KeyType.HASH));
                  block.put("read_capacity", reads(index.provisionedThroughput()));
                  block.put("write_capacity", writes(index.provisionedThroughput()));
                  block.put("on_demand_throughput", Shape.of(index.onDemandThroughput()));
                  return Value.of(block);
                })
            .toList());
  }

  static Value local(List<LocalSecondaryIndexDescription> indexes) {
    return Value.of(
        indexes.stream()
            .map(each -> Value.of(index(each.indexName(), each.keySchema(), each.projection())))
            .toList());
  }

  private static Map<String, Value> index(
      String name, List<KeySchemaElement> keys, @Nullable Projection projection) {
    Map<String, Value> block =
        new TreeMap<>(projection == null ? Map.of() : Shape.fields(projection).entries());
    block.put("name", Value.of(name));
    block.put("range_key", key(keys, KeyType.RANGE));
    return block;
  }

  /** Capacity is 0 on demand, where DynamoDB may leave it out. */
  static Value reads(@Nullable ProvisionedThroughputDescription throughput) {
    return throughput == null ? Value.of(0) : Shape.of(throughput.readCapacityUnits());
  }

  static Value writes(@Nullable ProvisionedThroughputDescription throughput) {
    return throughput == null ? Value.of(0) : Shape.of(throughput.writeCapacityUnits());
  }

  static Value ttl(@Nullable TimeToLiveDescription ttl) {
    boolean enabled = ttl != null && TTL_ON.contains(ttl.timeToLiveStatus());
    return Value.of(
        Map.of(
            "enabled",
            Value.of(enabled),
            "attribute_name",
            Shape.of(ttl == null ? null : ttl.attributeName())));
  }

  static Value recovery(@Nullable PointInTimeRecoveryDescription recovery) {
    if (recovery == null
        || recovery.pointInTimeRecoveryStatus() != PointInTimeRecoveryStatus.ENABLED) {
      return Value.of(Map.of("enabled", Value.of(false), "recovery_period_in_days", Value.of(0)));
    }
    return Value.of(
        Map.of(
            "enabled", Value.of(true),
            "recovery_period_in_days", Shape.of(recovery.recoveryPeriodInDays())));
  }

  /** Whether a block only says that its feature is switched off. */
  static boolean disabled(Value block) {
    Value only = block.items().isEmpty() ? block : block.items().getFirst();
    return !only.at("enabled").equals(Value.of(true));
  }
}
