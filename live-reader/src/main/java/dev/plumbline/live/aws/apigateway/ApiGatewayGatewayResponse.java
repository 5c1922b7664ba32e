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
 * {@code aws_api_gateway_gateway_response}, named by its response type within a REST API. API
 * Gateway answers its own default for a type that nobody set: one that was removed by hand is
 * there, and differs; the defaults are never unmanaged.
 */
public final class ApiGatewayGatewayResponse implements ResourceType {

  @Override
  public String name() {
    return "aws_api_gateway_gateway_response";
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
    return ApiParts.GATEWAY_RESPONSES.observe(
        batch,
        (all, recorded) ->
            Optional.ofNullable(all.get(ApiGateway.named(recorded, "response_type")))
                .map(response -> batch.attributes().from(response)));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return ApiParts.GATEWAY_RESPONSES.discover(
        scope,
        (api, response) ->
            Stream.of(response)
                .filter(each -> !Boolean.TRUE.equals(each.defaultResponse()))
                .map(each -> ImportId.of(api, each.responseTypeAsString())));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(ImportId.of(resource, "rest_api_id", "response_type"));
  }
}
