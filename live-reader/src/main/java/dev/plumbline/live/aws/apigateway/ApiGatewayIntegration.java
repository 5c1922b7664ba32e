package dev.plumbline.live.aws.apigateway;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;

/**
 * {@code aws_api_gateway_integration}, named by its method. Where the listing of the API's
 * resources lacks it, it alone is asked for: only API Gateway's own not-found answer says that it
 * is gone.
 */
public final class ApiGatewayIntegration implements ResourceType {

  @Override
  public String name() {
    return "aws_api_gateway_integration";
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
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    String api = ApiGateway.named(recorded, "rest_api_id");
    Optional<Map<String, Resource>> all = ApiParts.RESOURCES.of(batch.scope(), api);
    if (all.isEmpty()) {
      return ApiPart.noApi();
    }
    return ApiMethods.of(all.get(), recorded)
        .map(Method::methodIntegration)
        .<SdkPojo>map(each -> each)
        .or(() -> alone(batch.scope(), recorded))
        .<Observation>map(answer -> attributes(batch, recorded, answer).found())
        .orElseGet(() -> new Observation.Gone(ApiGateway.GET + " says that the method has none"));
  }

  private static Optional<SdkPojo> alone(AwsScope scope, RecordedResource recorded) {
    return scope
        .find(
            ApiGateway.GET,
            ApiGateway.NOT_FOUND,
            () ->
                ApiGateway.client(scope)
                    .getIntegration(
                        r ->
                            r.restApiId(recorded.at("rest_api_id").text())
                                .resourceId(recorded.at("resource_id").text())
                                .httpMethod(recorded.at("http_method").text())))
        .map(answer -> answer);
  }

  private static Attributes attributes(Batch batch, RecordedResource recorded, SdkPojo answer) {
    Value.Mapping fields = Shape.fields(answer);
    Value connection = fields.at("connection_type");
    return batch
        .attributes()
        .from(answer)
        .put("id", recorded.id())
        .put("rest_api_id", recorded.at("rest_api_id"))
        .put("resource_id", recorded.at("resource_id"))
        .put("http_method", recorded.at("http_method"))
        .put("integration_http_method", fields.at("http_method"))
        .put("timeout_milliseconds", fields.at("timeout_in_millis"))
        .put("connection_type", connection.isEmpty() ? Value.of("INTERNET") : connection);
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return ApiMethods.discover(
        scope, (id, method) -> Stream.ofNullable(method.methodIntegration()).map(_ -> id));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(ImportId.of(resource, "rest_api_id", "resource_id", "http_method"));
  }
}
