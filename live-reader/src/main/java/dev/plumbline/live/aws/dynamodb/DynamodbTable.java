package dev.plumbline.live.aws.dynamodb;

import static dev.plumbline.engine.Meaning.CASE_INSENSITIVE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Defaults;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.live.aws.applicationautoscaling.ScalableTargets;
import dev.plumbline.live.aws.kms.KmsKeys;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/**
 * {@code aws_dynamodb_table}, named by its name. What a replica has of its own lives in its own
 * region, which is not asked from here: replicas are compared by where they are.
 */
public final class DynamodbTable implements ResourceType {

  private static final String DESCRIBE = "dynamodb:DescribeTable";
  private static final String BACKUPS = "dynamodb:DescribeContinuousBackups";
  private static final String TTL = "dynamodb:DescribeTimeToLive";
  private static final String TAGS = "dynamodb:ListTagsOfResource";
  private static final String LIST = "dynamodb:ListTables";
  private static final Set<String> NOT_FOUND = Set.of("ResourceNotFoundException");

  /** Partitions and emulators without the feature, and tables that AWS has archived. */
  private static final Set<String> NO_BACKUPS =
      Set.of("UnknownOperationException", "TableNotFoundException");

  private static final Set<TableStatus> IN_TRANSITION =
      Set.of(TableStatus.CREATING, TableStatus.UPDATING, TableStatus.DELETING);

  @Override
  public String name() {
    return "aws_dynamodb_table";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(
        Set.of(
            DESCRIBE,
            BACKUPS,
            TTL,
            TAGS,
            TagIndex.ACTION,
            LIST,
            KmsKeys.DESCRIBE,
            ScalableTargets.DESCRIBE));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(CASE_INSENSITIVE, "stream_view_type")
        .withUnobservable(
            "only tells how the table was made",
            "import_table",
            "restore_date_time",
            "restore_source_name",
            "restore_source_table_arn",
            "restore_to_latest_time")
        .withParts("replica", DynamodbTable::regions)
        .with(
            Sibling.elements(
                "replica",
                "aws_dynamodb_table_replica",
                "global_table_arn",
                "arn",
                replica -> regionOf(replica.at("arn"))));
  }

  private static List<Value> regions(Value replicas) {
    return replicas.items().stream().map(replica -> replica.at("region_name")).toList();
  }

  private static List<Value> regionOf(Value arn) {
    String[] parts = arn.text().split(":", 5);
    return parts.length < 5 ? List.of() : List.of(Value.of(parts[3]));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(table -> observe(batch, table));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    Optional<TableDescription> found = find(scope, recorded.id()).map(DescribeTableResponse::table);
    if (found.isEmpty()) {
      return new Observation.Gone(DESCRIBE + " says that the table does not exist");
    }
    TableDescription table = found.get();
    if (IN_TRANSITION.contains(table.tableStatus())) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION,
          DESCRIBE,
          "in transition (%s); read again later.".formatted(table.tableStatusAsString()));
    }
    Attributes attributes = keysAndIndexes(batch.attributes(), table);
    settings(attributes, table);
    stream(attributes, table);
    return TableMotion.told(attributes, scope, recorded, table)
        .put("server_side_encryption", encryption(scope, table, recorded))
        .put("point_in_time_recovery", recovery(scope, recorded))
        .put("ttl", ttl(scope, recorded))
        .tags(tags(scope, table.tableArn()))
        .found();
  }

  private static Optional<DescribeTableResponse> find(AwsScope scope, String name) {
    return scope.find(
        DESCRIBE, NOT_FOUND, () -> client(scope).describeTable(r -> r.tableName(name)));
  }

  private static Attributes keysAndIndexes(Attributes attributes, TableDescription table) {
    return attributes
        .put("id", table.tableName())
        .put("name", table.tableName())
        .put("arn", table.tableArn())
        .put("attribute", TableBlocks.attributes(table.attributeDefinitions()))
        .put("hash_key", TableBlocks.key(table.keySchema(), KeyType.HASH))
        .put("range_key", TableBlocks.key(table.keySchema(), KeyType.RANGE))
        .put("global_secondary_index", TableBlocks.global(table.globalSecondaryIndexes()))
        .put("local_secondary_index", TableBlocks.local(table.localSecondaryIndexes()));
  }

  /** DynamoDB leaves out what a table has always been: provisioned, of the standard class. */
  private static void settings(Attributes attributes, TableDescription table) {
    var billing = table.billingModeSummary();
    var tableClass = table.tableClassSummary();
    attributes
        .put("billing_mode", billing == null ? "PROVISIONED" : billing.billingModeAsString())
        .put("table_class", tableClass == null ? "STANDARD" : tableClass.tableClassAsString())
        .put("read_capacity", TableBlocks.reads(table.provisionedThroughput()))
        .put("write_capacity", TableBlocks.writes(table.provisionedThroughput()))
        .put("on_demand_throughput", table.onDemandThroughput())
        .put("deletion_protection_enabled", table.deletionProtectionEnabled())
        .put("replica", table.replicas());
  }

  private static void stream(Attributes attributes, TableDescription table) {
    var stream = table.streamSpecification();
    attributes
        .put("stream_enabled", stream != null && stream.streamEnabled())
        .put("stream_view_type", stream == null ? null : stream.streamViewTypeAsString())
        .put("stream_arn", table.latestStreamArn())
        .put("stream_label", table.latestStreamLabel());
  }

  /** The provider writes no key where the table uses the one that AWS keeps for DynamoDB. */
  private static Value encryption(
      AwsScope scope, TableDescription table, RecordedResource recorded) {
    SSEDescription sse = table.sseDescription();
    boolean on =
        sse != null && (sse.status() == SSEStatus.ENABLED || sse.status() == SSEStatus.UPDATING);
    if (!on) {
      return Value.none();
    }
    String key = sse.kmsMasterKeyArn() == null ? "" : sse.kmsMasterKeyArn();
    boolean named =
        recorded.at("server_side_encryption").items().stream()
            .anyMatch(block -> block.at("kms_key_arn").text().equals(key));
    boolean awsManaged =
        !named && KmsKeys.awsManaged(scope, "dynamodb").filter(key::equals).isPresent();
    return Value.of(
        Map.of("enabled", Value.of(true), "kms_key_arn", Value.of(awsManaged ? "" : key)));
  }

  private static Value recovery(AwsScope scope, RecordedResource recorded) {
    Value observed =
        scope
            .find(
                BACKUPS,
                NO_BACKUPS,
                () -> client(scope).describeContinuousBackups(r -> r.tableName(recorded.id())))
            .map(
                answer ->
                    TableBlocks.recovery(
                        answer.continuousBackupsDescription().pointInTimeRecoveryDescription()))
            .orElse(Value.none());
    return Defaults.orRecorded(
        observed, recorded.at("point_in_time_recovery"), TableBlocks::disabled);
  }

  private static Value ttl(AwsScope scope, RecordedResource recorded) {
    Value observed =
        TableBlocks.ttl(
            scope
                .call(TTL, () -> client(scope).describeTimeToLive(r -> r.tableName(recorded.id())))
                .timeToLiveDescription());
    return Defaults.orRecorded(observed, recorded.at("ttl"), TableBlocks::disabled);
  }

  private static Map<String, String> tags(AwsScope scope, String arn) {
    return scope.tagList(
        arn,
        () ->
            scope.call(
                TAGS,
                () -> {
                  List<Tag> tags = new ArrayList<>();
                  ListTagsOfResourceResponse page = page(scope, arn, "");
                  tags.addAll(page.tags());
                  while (page.nextToken() != null && !page.nextToken().isEmpty()) {
                    page = page(scope, arn, page.nextToken());
                    tags.addAll(page.tags());
                  }
                  return tags;
                }));
  }

  private static ListTagsOfResourceResponse page(AwsScope scope, String arn, String token) {
    return client(scope)
        .listTagsOfResource(r -> r.resourceArn(arn).nextToken(token.isEmpty() ? null : token));
  }

  @Override
  public List<String> discover(AwsScope scope, Set<String> names) {
    return names.stream()
        .filter(name -> !name.startsWith("arn:"))
        .filter(name -> find(scope, name).isPresent())
        .toList();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST, () -> client(scope).listTablesPaginator().tableNames().stream().toList());
  }

  private static DynamoDbClient client(AwsScope scope) {
    return scope.client(DynamoDbClient.class, DynamoDbClient::builder);
  }
}
