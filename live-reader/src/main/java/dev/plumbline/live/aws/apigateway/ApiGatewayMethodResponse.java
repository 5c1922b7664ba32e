package dev.plumbline.live.aws.apigateway;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import software.amazon.awssdk.services.apigateway.model.MethodResponse;

/** {@code aws_api_gateway_method_response}, named by its method and its status code. */
public final class ApiGatewayMethodResponse implements ResourceType {

  @Override
  public String name() {
    return "aws_api_gateway_method_response";
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
            ApiMethods.of(all, recorded)
                .map(method -> method.methodResponses().get(recorded.at("status_code").text()))
                .map(response -> attributes(batch, recorded, response)));
  }

  private static Attributes attributes(
      Batch batch, RecordedResource recorded, MethodResponse response) {
    return batch
        .attributes()
        .from(response)
        .put("resource_id", recorded.at("resource_id"))
        .put("http_method", recorded.at("http_method"))
        .put("status_code", recorded.at("status_code"));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return ApiMethods.discover(
        scope,
        (id, method) ->
            method.methodResponses().keySet().stream().map(code -> ImportId.of(id, code)));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(
        ImportId.of(resource, "rest_api_id", "resource_id", "http_method", "status_code"));
  }
}
