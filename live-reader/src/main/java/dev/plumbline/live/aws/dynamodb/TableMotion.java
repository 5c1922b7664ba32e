package dev.plumbline.live.aws.dynamodb;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.applicationautoscaling.ScalableTargets;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** What autoscaling is expected to move in a table: its capacities, and those of its indexes. */
final class TableMotion {

  private static final List<String> CAPACITIES = List.of("read_capacity", "write_capacity");
  private static final Map<String, String> DIMENSIONS =
      Map.of("read_capacity", "ReadCapacityUnits", "write_capacity", "WriteCapacityUnits");

  private TableMotion() {}

  static Attributes told(
      Attributes attributes, AwsScope scope, RecordedResource recorded, TableDescription table) {
    for (String capacity : CAPACITIES) {
      if (differs(recorded.at(capacity), capacity(table, capacity))) {
        moving(scope, "table/" + table.tableName(), "table", capacity)
            .ifPresent(why -> attributes.moving(capacity, why));
      }
    }
    if (onlyCapacitiesDiffer(recorded, table)) {
      indexes(scope, recorded, table)
          .ifPresent(why -> attributes.moving("global_secondary_index", why));
    }
    return attributes;
  }

  private static Value capacity(TableDescription table, String capacity) {
    ProvisionedThroughputDescription throughput = table.provisionedThroughput();
    return capacity.equals("read_capacity")
        ? TableBlocks.reads(throughput)
        : TableBlocks.writes(throughput);
  }

  private static boolean differs(Value recorded, Value observed) {
    return !recorded.isEmpty() && !recorded.equals(observed);
  }

  private static Optional<String> moving(
      AwsScope scope, String resource, String kind, String capacity) {
    String dimension = "dynamodb:%s:%s".formatted(kind, DIMENSIONS.get(capacity));
    return ScalableTargets.moving(scope, "dynamodb", resource, dimension);
  }

  private static boolean onlyCapacitiesDiffer(RecordedResource recorded, TableDescription table) {
    Value before = recorded.at("global_secondary_index");
    Value now = TableBlocks.global(table.globalSecondaryIndexes());
    Map<String, Value> named = byName(now);
    return before.items().size() == now.items().size()
        && before.items().stream()
            .allMatch(index -> sameBut(index, named.get(index.at("name").text())));
  }

  private static Map<String, Value> byName(Value indexes) {
    return indexes.items().stream()
        .collect(Collectors.toMap(index -> index.at("name").text(), index -> index, (a, _) -> a));
  }

  private static boolean sameBut(Value before, @Nullable Value now) {
    return now != null && still(before).equals(still(now));
  }

  /** What is set of an index beside its capacities, its attributes in no order. */
  private static Map<String, Object> still(Value index) {
    Map<String, Object> rest = new TreeMap<>();
    if (index instanceof Value.Mapping(var entries)) {
      entries.forEach(
          (name, value) -> {
            if (!CAPACITIES.contains(name) && !value.isEmpty()) {
              rest.put(name, value instanceof Value.Listing(var items) ? Set.copyOf(items) : value);
            }
          });
    }
    return rest;
  }

  /** Empty where one index differs in a capacity that nothing is known to move. */
  private static Optional<String> indexes(
      AwsScope scope, RecordedResource recorded, TableDescription table) {
    Map<String, Value> now = byName(TableBlocks.global(table.globalSecondaryIndexes()));
    Optional<String> why = Optional.empty();
    for (Value index : recorded.at("global_secondary_index").items()) {
      String name = index.at("name").text();
      for (String capacity : CAPACITIES) {
        Value observed = now.getOrDefault(name, Value.none()).at(capacity);
        if (differs(index.at(capacity), observed)) {
          String resource = "table/%s/index/%s".formatted(table.tableName(), name);
          why = moving(scope, resource, "index", capacity);
          if (why.isEmpty()) {
            return why;
          }
        }
      }
    }
    return why;
  }
}
