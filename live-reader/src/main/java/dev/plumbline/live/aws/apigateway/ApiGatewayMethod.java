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
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.model.Method;

/** {@code aws_api_gateway_method}, named by its API, its resource and its HTTP method. */
public final class ApiGatewayMethod implements ResourceType {

  @Override
  public String name() {
    return "aws_api_gateway_method";
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
            ApiMethods.of(all, recorded).map(method -> attributes(batch, recorded, method)));
  }

  private static Attributes attributes(Batch batch, RecordedResource recorded, Method method) {
    return batch
        .attributes()
        .from(method)
        .put("resource_id", recorded.at("resource_id"))
        .put("http_method", recorded.at("http_method"))
        .put("authorization", method.authorizationType());
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return ApiMethods.discover(scope, (id, method) -> Stream.of(id));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(ImportId.of(resource, "rest_api_id", "resource_id", "http_method"));
  }
}
