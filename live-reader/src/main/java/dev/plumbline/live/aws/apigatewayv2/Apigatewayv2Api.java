package dev.plumbline.live.aws.apigatewayv2;

import static dev.plumbline.engine.Meaning.CASE_INSENSITIVE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.apigatewayv2.model.Api;

/**
 * {@code aws_apigatewayv2_api}: an HTTP or WebSocket API. One listing tells all about every API.
 */
public final class Apigatewayv2Api implements ResourceType {

  @Override
  public String name() {
    return "aws_apigatewayv2_api";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(ApiGateway.GET));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable("only sent when an OpenAPI document is imported", "body")
        .withUnobservable("only sent when an OpenAPI document is imported", "fail_on_warnings")
        .withUnobservable(
            "only sent when the API is made by quick create",
            "credentials_arn",
            "route_key",
            "target")
        .with(
            CASE_INSENSITIVE,
            "cors_configuration.allow_headers",
            "cors_configuration.allow_methods",
            "cors_configuration.allow_origins",
            "cors_configuration.expose_headers");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, Api> apis = ApiGateway.apis(batch.scope());
    return batch.resources().stream()
        .map(
            recorded ->
                apis.containsKey(recorded.id())
                    ? observed(batch, apis.get(recorded.id()))
                    : new Observation.Gone(ApiGateway.GET + " lists every API, without this one"))
        .toList();
  }

  private static Observation observed(Batch batch, Api api) {
    AwsScope scope = batch.scope();
    return batch
        .attributes()
        .from(api)
        .put("id", api.apiId())
        .put("arn", ApiGateway.arn(scope, "/apis/" + api.apiId()))
        .put("execution_arn", scope.arn("execute-api", api.apiId()))
        .tags(api.tags())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(ApiGateway.apis(scope).keySet());
  }
}
