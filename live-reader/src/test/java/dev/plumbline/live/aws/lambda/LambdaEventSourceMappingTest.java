package dev.plumbline.live.aws.lambda;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EndPointType;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.SourceAccessType;

final class LambdaEventSourceMappingTest {

  private final FakeLambda lambda = new FakeLambda();
  private final EventSourceMappingConfiguration.Builder mapping =
      EventSourceMappingConfiguration.builder()
          .uuid("u-1")
          .eventSourceMappingArn("arn:mapping")
          .functionArn(FakeLambda.FUNCTION)
          .state("Enabled");

  @Test
  void reads_a_mapping_under_terraforms_own_names() {
    mapping
        .batchSize(20)
        .startingPosition(EventSourcePosition.AT_TIMESTAMP)
        .startingPositionTimestamp(Instant.parse("2026-01-02T03:04:05Z"))
        .lastModified(Instant.EPOCH)
        .destinationConfig(d -> d.onFailure(f -> f.destination("arn:dead")).onSuccess(s -> {}))
        .filterCriteria(f -> f.filters(x -> x.pattern("{}")))
        .scalingConfig(s -> s.maximumConcurrency(4))
        .documentDBEventSourceConfig(d -> d.collectionName("c").databaseName("d"))
        .amazonManagedKafkaEventSourceConfig(k -> k.consumerGroupId("g"))
        .selfManagedKafkaEventSourceConfig(k -> k.consumerGroupId("h"))
        .selfManagedEventSource(
            s -> s.endpoints(Map.of(EndPointType.KAFKA_BOOTSTRAP_SERVERS, List.of("a:1", "b:2"))))
        .sourceAccessConfigurations(c -> c.type(SourceAccessType.VPC_SUBNET).uri("subnet:s-1"))
        .metricsConfig(m -> m.metricsWithStrings("EventCount"))
        .provisionedPollerConfig(p -> p.maximumPollers(5).minimumPollers(2))
        .kmsKeyArn("arn:key")
        .topics("t")
        .queues("q");

    Value.Mapping attributes = found(observe("mail"));

    assertComplete("aws_lambda_event_source_mapping", attributes);
    assertThat(block(attributes, "destination_config").at("on_failure").items().getFirst())
        .isEqualTo(Value.of(Map.of("destination_arn", Value.of("arn:dead"))));
    assertThat(block(attributes, "filter_criteria").at("filter").items().getFirst().at("pattern"))
        .isEqualTo(Value.of("{}"));
    assertThat(
            block(attributes, "self_managed_event_source")
                .at("endpoints")
                .at("KAFKA_BOOTSTRAP_SERVERS"))
        .isEqualTo(Value.of("a:1,b:2"));
    assertThat(block(attributes, "source_access_configuration").at("uri"))
        .isEqualTo(Value.of("subnet:s-1"));
    assertThat(block(attributes, "document_db_event_source_config").at("collection_name"))
        .isEqualTo(Value.of("c"));
    assertThat(attributes.at("starting_position_timestamp").text())
        .isEqualTo("2026-01-02T03:04:05Z");
    assertThat(attributes.at("kms_key_arn")).isEqualTo(Value.of("arn:key"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @ParameterizedTest
  @CsvSource({"mail,mail", "mail:$LATEST,mail:$LATEST", "mail:1,", "post,", "il,"})
  void the_function_may_be_named_by_less_than_its_arn(String recorded, String same) {
    assertThat(found(observe(recorded)).at("function_name"))
        .isEqualTo(Value.of(same == null ? FakeLambda.FUNCTION : same));
  }

  @ParameterizedTest
  @CsvSource({"Enabled,true", "Enabling,true", "Disabled,false", "Disabling,false"})
  void is_enabled_as_soon_as_it_is_being_enabled(String state, boolean enabled) {
    mapping.state(state);

    Value.Mapping attributes = found(observe("mail"));

    assertThat(attributes.at("enabled")).isEqualTo(Value.of(enabled));
    assertThat(attributes.at("state").text()).isEqualTo(enabled ? "Enabled" : "Disabled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Creating", "Updating", "Deleting"})
  void is_not_compared_on_its_way(String state) {
    mapping.state(state);

    assertThat(observe("mail"))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition"));
  }

  @Test
  void filters_that_kms_does_not_let_us_read_are_not_compared() {
    mapping.filterCriteriaError(e -> e.errorCode("KMSAccessDeniedException"));

    assertThat(found(observe("mail")).entries()).doesNotContainKey("filter_criteria");
  }

  @Test
  void one_that_the_listing_lacks_is_gone() {
    mapping.uuid("u-2");

    assertThat(observe("mail")).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    lambda.failure = "AccessDeniedException";

    assertThat(observe("mail")).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_discovered_by_its_uuid() {
    lambda.mappings.add(mapping.build());

    assertThat(
            FakeScope.discover(new LambdaEventSourceMapping(), Map.of(LambdaClient.class, lambda)))
        .containsExactly("u-1");
  }

  private static Value block(Value.Mapping attributes, String name) {
    return attributes.at(name).items().getFirst();
  }

  private Observation observe(String function) {
    lambda.mappings.add(mapping.build());
    RecordedResource resource =
        recorded(
            "aws_lambda_event_source_mapping",
            Map.of("id", Value.of("u-1"), "function_name", Value.of(function)));
    return lambda.observe(new LambdaEventSourceMapping(), resource);
  }
}
