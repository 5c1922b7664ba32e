package dev.plumbline.live.aws.lambda;

import static dev.plumbline.engine.Meaning.INSTANT;
import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/**
 * {@code aws_lambda_event_source_mapping}, named by its UUID. One listing tells all of them but
 * their tags.
 */
public final class LambdaEventSourceMapping implements ResourceType {

  /** The states it rests in, and those on the way to them. Source: the provider's read. */
  private static final Map<String, String> RESTING =
      Map.of(
          "Enabled", "Enabled",
          "Enabling", "Enabled",
          "Disabled", "Disabled",
          "Disabling", "Disabled");

  @Override
  public String name() {
    return "aws_lambda_event_source_mapping";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Lambda.MAPPINGS, Lambda.TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(VOLATILE, "last_modified", "last_processing_result", "state_transition_reason")
        .with(INSTANT, "starting_position_timestamp");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, EventSourceMappingConfiguration> mappings = new HashMap<>();
    Lambda.mappings(batch.scope()).forEach(each -> mappings.put(each.uuid(), each));
    return batch.each(
        recorded ->
            Optional.ofNullable(mappings.get(recorded.id()))
                .map(mapping -> observed(batch, recorded, mapping))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + Lambda.MAPPINGS)));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, EventSourceMappingConfiguration mapping) {
    String state = resting(mapping.state());
    Attributes attributes =
        batch
            .attributes()
            .fromAllBut(mapping, "destination_config", "filter_criteria")
            .put("id", mapping.uuid())
            .put("arn", mapping.eventSourceMappingArn())
            .put("state", state)
            .put("enabled", state.equals("Enabled"))
            .put("function_name", named(recorded, mapping.functionArn()))
            .put("destination_config", destination(mapping.destinationConfig()))
            .put("source_access_configuration", mapping.sourceAccessConfigurations())
            .put("self_managed_event_source", brokers(mapping));
    filters(attributes, mapping);
    return attributes.tags(tags(batch.scope(), mapping.eventSourceMappingArn())).found();
  }

  private static String resting(String state) {
    return Optional.ofNullable(RESTING.get(state))
        .orElseThrow(
            () ->
                new ReadFailure(
                    ReadFailure.Kind.IN_TRANSITION,
                    Lambda.MAPPINGS,
                    "in transition (%s); read again later.".formatted(state)));
  }

  /** A fresh state may name the function otherwise than by the ARN that a refresh writes. */
  private static Value named(RecordedResource recorded, String arn) {
    Value name = recorded.at("function_name");
    FunctionName written = FunctionName.of(name.text());
    FunctionName live = FunctionName.of(arn);
    boolean same =
        arn.endsWith(written.function())
            && written.name().equals(live.name())
            && written.published().equals(live.published());
    return same ? name : Value.of(arn);
  }

  private static Value destination(DestinationConfig destination) {
    return destination == null
        ? Value.none()
        : Shape.renamed(Shape.of(destination), Map.of("destination", "destination_arn"));
  }

  /** The provider keeps the one list of endpoints as text. */
  private static Value brokers(EventSourceMappingConfiguration mapping) {
    if (mapping.selfManagedEventSource() == null) {
      return Value.none();
    }
    Map<String, Value> endpoints = new HashMap<>();
    mapping
        .selfManagedEventSource()
        .endpointsAsStrings()
        .forEach((kind, hosts) -> endpoints.put(kind, Value.of(String.join(",", hosts))));
    return Shape.of(Map.of("endpoints", endpoints));
  }

  /** Lambda answers an error for filters that the caller's KMS rights do not reach. */
  private static void filters(Attributes attributes, EventSourceMappingConfiguration mapping) {
    if (mapping.filterCriteriaError() == null) {
      Value criteria = Shape.of(mapping.filterCriteria());
      attributes.put("filter_criteria", Shape.renamed(criteria, Map.of("filters", "filter")));
    }
  }

  private static Map<String, String> tags(AwsScope scope, String arn) {
    return scope.tags(
        arn,
        () ->
            scope.call(
                Lambda.TAGS, () -> Lambda.client(scope).listTags(r -> r.resource(arn)).tags()));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return Lambda.mappings(scope).stream().map(EventSourceMappingConfiguration::uuid).toList();
  }
}
