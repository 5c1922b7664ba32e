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

/** {@code aws_api_gateway_request_validator}, named by its id within a REST API. */
public final class ApiGatewayRequestValidator implements ResourceType {

  @Override
  public String name() {
    return "aws_api_gateway_request_validator";
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
    return ApiParts.REQUEST_VALIDATORS.observe(
        batch,
        (all, recorded) ->
            Optional.ofNullable(all.get(recorded.id()))
                .map(validator -> batch.attributes().from(validator)));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return ApiParts.REQUEST_VALIDATORS.discover(
        scope, (api, validator) -> Stream.of(ImportId.of(api, validator.id())));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(ImportId.of(resource, "rest_api_id", "id"));
  }
}
