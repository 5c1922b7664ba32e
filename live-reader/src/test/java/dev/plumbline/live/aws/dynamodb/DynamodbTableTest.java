package dev.plumbline.live.aws.dynamodb;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;

final class DynamodbTableTest {

  private static final String ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/events";
  private static final String DEFAULT_KEY = "arn:aws:kms:us-east-1:123456789012:key/aws-dynamodb";

  private final FakeDynamo dynamo = new FakeDynamo();

  @Test
  void reads_a_table_under_terraforms_own_names() {
    Value.Mapping attributes = found(observe(Map.of()));

    assertThat(attributes.at("hash_key")).isEqualTo(Value.of("tenant"));
    assertThat(attributes.at("range_key")).isEqualTo(Value.of("at"));
    assertThat(attributes.at("attribute").items()).hasSize(2);
    assertThat(attributes.at("billing_mode")).isEqualTo(Value.of("PROVISIONED"));
    assertThat(attributes.at("table_class")).isEqualTo(Value.of("STANDARD"));
    assertThat(attributes.at("read_capacity")).isEqualTo(Value.of(10));
    assertThat(attributes.at("stream_view_type")).isEqualTo(Value.of("NEW_IMAGE"));
    assertThat(attributes.at("deletion_protection_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.at("tags_all").at("page")).isEqualTo(Value.of("2"));
    assertComplete("aws_dynamodb_table", attributes);
  }

  @Test
  void reads_an_index_by_its_keys_projection_and_capacity() {
    Value index = found(observe(Map.of())).at("global_secondary_index").items().getFirst();

    assertThat(index.at("name")).isEqualTo(Value.of("by-kind"));
    assertThat(index.at("hash_key")).isEqualTo(Value.of("kind"));
    assertThat(index.at("range_key")).isEqualTo(Value.of("at"));
    assertThat(index.at("projection_type")).isEqualTo(Value.of("KEYS_ONLY"));
    assertThat(index.at("write_capacity")).isEqualTo(Value.of(5));
  }

  @Test
  void capacity_is_0_on_demand() {
    dynamo.table =
        dynamo.table.toBuilder()
            .billingModeSummary(summary -> summary.billingMode(BillingMode.PAY_PER_REQUEST))
            .provisionedThroughput((ProvisionedThroughputDescription) null)
            .build();

    Value.Mapping attributes = found(observe(Map.of()));

    assertThat(attributes.at("billing_mode")).isEqualTo(Value.of("PAY_PER_REQUEST"));
    assertThat(attributes.at("write_capacity")).isEqualTo(Value.of(0));
  }

  @Test
  void recovery_and_expiry_that_are_switched_on_show() {
    Value.Mapping attributes = found(observe(Map.of()));

    assertThat(attributes.at("point_in_time_recovery").items().getFirst().at("enabled"))
        .isEqualTo(Value.of(true));
    assertThat(attributes.at("ttl").items().getFirst())
        .isEqualTo(
            Value.of(Map.of("enabled", Value.of(true), "attribute_name", Value.of("expires"))));
  }

  @Test
  void recovery_and_expiry_that_stay_off_are_as_the_state_spells_it() {
    dynamo.ttl = TimeToLiveStatus.DISABLED;
    dynamo.recovery = PointInTimeRecoveryStatus.DISABLED;
    Value off = Value.of(Map.of("enabled", Value.of(false), "attribute_name", Value.of("expires")));

    assertThat(found(observe(Map.of("ttl", off))).at("ttl").items()).containsExactly(off);
    assertThat(found(observe(Map.of())).at("point_in_time_recovery").isEmpty()).isTrue();
  }

  @Test
  void the_key_that_aws_keeps_for_dynamodb_is_no_key() {
    dynamo.key(DEFAULT_KEY);

    assertThat(encryption().at("kms_key_arn").isEmpty()).isTrue();
  }

  @Test
  void another_key_shows() {
    dynamo.key("arn:aws:kms:us-east-1:123456789012:key/rogue");

    assertThat(encryption().at("kms_key_arn").text()).endsWith("rogue");
  }

  @Test
  void a_replica_is_its_region_and_a_replica_resource_owns_it() {
    var rules = new DynamodbTable().rules();
    Value.Mapping replica =
        Value.of(Map.of("arn", Value.of("arn:aws:dynamodb:eu-west-1:123456789012:table/events")));

    assertThat(rules.siblings().getFirst().elements().orElseThrow().apply(replica))
        .containsExactly(Value.of("eu-west-1"));
  }

  @Test
  void a_table_that_dynamodb_does_not_find_is_gone() {
    dynamo.failure = "ResourceNotFoundException";

    assertThat(observe(Map.of())).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATING", "UPDATING", "DELETING"})
  void a_table_in_transition_is_unreadable_never_gone(TableStatus status) {
    dynamo.table = dynamo.table.toBuilder().tableStatus(status).build();

    assertThat(observe(Map.of()))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition"));
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    dynamo.failure = "AccessDeniedException";

    assertThat(observe(Map.of()))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("dynamodb:DescribeTable"));
  }

  private Value encryption() {
    return found(observe(Map.of())).at("server_side_encryption").items().getFirst();
  }

  private Observation observe(Map<String, Value> state) {
    Map<String, Value> attributes = new java.util.TreeMap<>(state);
    attributes.put("id", Value.of("events"));
    return FakeScope.observe(
            new DynamodbTable(),
            Map.of(DynamoDbClient.class, dynamo, KmsClient.class, new FakeKms()),
            recorded("aws_dynamodb_table", attributes))
        .getFirst();
  }

  private static final class FakeDynamo implements DynamoDbClient {
    private String failure = "";
    private TimeToLiveStatus ttl = TimeToLiveStatus.ENABLED;
    private PointInTimeRecoveryStatus recovery = PointInTimeRecoveryStatus.ENABLED;
    private TableDescription table =
        TableDescription.builder()
            .tableName("events")
            .tableArn(ARN)
            .tableStatus(TableStatus.ACTIVE)
            .attributeDefinitions(attribute("tenant", "S"), attribute("at", "N"))
            .keySchema(key("tenant", KeyType.HASH), key("at", KeyType.RANGE))
            .provisionedThroughput(t -> t.readCapacityUnits(10L).writeCapacityUnits(5L))
            .globalSecondaryIndexes(
                GlobalSecondaryIndexDescription.builder()
                    .indexName("by-kind")
                    .keySchema(key("kind", KeyType.HASH), key("at", KeyType.RANGE))
                    .projection(p -> p.projectionType("KEYS_ONLY"))
                    .provisionedThroughput(t -> t.readCapacityUnits(5L).writeCapacityUnits(5L))
                    .build())
            .streamSpecification(s -> s.streamEnabled(true).streamViewType("NEW_IMAGE"))
            .deletionProtectionEnabled(true)
            .build();

    private static AttributeDefinition attribute(String name, String type) {
      return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
      return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    void key(String arn) {
      table =
          table.toBuilder()
              .sseDescription(s -> s.status(SSEStatus.ENABLED).kmsMasterKeyArn(arn))
              .build();
    }

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
      if (!failure.isEmpty()) {
        throw error(failure, 400);
      }
      return DescribeTableResponse.builder().table(table).build();
    }

    @Override
    public DescribeContinuousBackupsResponse describeContinuousBackups(
        DescribeContinuousBackupsRequest request) {
      return DescribeContinuousBackupsResponse.builder()
          .continuousBackupsDescription(
              c -> c.pointInTimeRecoveryDescription(p -> p.pointInTimeRecoveryStatus(recovery)))
          .build();
    }

    @Override
    public DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
      return DescribeTimeToLiveResponse.builder()
          .timeToLiveDescription(
              t ->
                  t.timeToLiveStatus(ttl)
                      .attributeName(ttl == TimeToLiveStatus.ENABLED ? "expires" : null))
          .build();
    }

    @Override
    public ListTagsOfResourceResponse listTagsOfResource(ListTagsOfResourceRequest request) {
      boolean first = request.nextToken() == null;
      return ListTagsOfResourceResponse.builder()
          .tags(Tag.builder().key("page").value(first ? "1" : "2").build())
          .nextToken(first ? "more" : null)
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  private static final class FakeKms implements KmsClient {
    @Override
    public DescribeKeyResponse describeKey(DescribeKeyRequest request) {
      assertThat(request.keyId()).isEqualTo("alias/aws/dynamodb");
      return DescribeKeyResponse.builder().keyMetadata(k -> k.keyId("k").arn(DEFAULT_KEY)).build();
    }

    @Override
    public String serviceName() {
      return "kms";
    }

    @Override
    public void close() {}
  }
}
