package dev.plumbline.live.aws.apigateway;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * {@code aws_api_gateway_resource}: one path of a REST API. The root comes and goes with the API;
 * it is never unmanaged.
 */
public final class ApiGatewayResource implements ResourceType {

  @Override
  public String name() {
    return "aws_api_gateway_resource";
  }

  @Override
  public SortedSet<String> actions() {
    return ApiGateway.actions();
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(ApiPart.API);
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return ApiParts.RESOURCES.observe(
        batch,
        (all, recorded) ->
            Optional.ofNullable(all.get(recorded.id()))
                .map(resource -> batch.attributes().from(resource)));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return ApiParts.RESOURCES.discover(
        scope,
        (api, resource) ->
            Stream.of(resource)
                .filter(each -> each.parentId() != null)
                .map(each -> ImportId.of(api, each.id())));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(ImportId.of(resource, "rest_api_id", "id"));
  }
}
