package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.engine.Meaning.JSON;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * {@code aws_api_gateway_model}, named by its name within a REST API. API Gateway gives every API
 * the models {@code Empty} and {@code Error}; they are never unmanaged.
 */
public final class ApiGatewayModel implements ResourceType {

  private static final Set<String> OWN = Set.of("Empty", "Error");

  @Override
  public String name() {
    return "aws_api_gateway_model";
  }

  @Override
  public SortedSet<String> actions() {
    return ApiGateway.actions();
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(JSON, "schema");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(ApiPart.API);
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return ApiParts.MODELS.observe(
        batch,
        (all, recorded) ->
            Optional.ofNullable(all.get(ApiGateway.named(recorded, "name")))
                .map(model -> batch.attributes().from(model)));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return ApiParts.MODELS.discover(
        scope,
        (api, model) ->
            Stream.of(model.name())
                .filter(name -> !OWN.contains(name))
                .map(name -> ImportId.of(api, name)));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(ImportId.of(resource, "rest_api_id", "name"));
  }
}
