package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.engine.Meaning.INSTANT;
import static dev.plumbline.engine.Meaning.POLICY;
import static dev.plumbline.engine.Meaning.UNORDERED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/**
 * {@code aws_api_gateway_rest_api}, named by its id. API Gateway answers its policy with the quotes
 * escaped, as if it were within another text.
 */
public final class ApiGatewayRestApi implements ResourceType {

  private static final String PATH = "/restapis";

  @Override
  public String name() {
    return "aws_api_gateway_rest_api";
  }

  @Override
  public SortedSet<String> actions() {
    return ApiGateway.actions();
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(POLICY, "policy")
        .with(INSTANT, "created_date")
        .with(UNORDERED, "binary_media_types")
        .withUnobservable(
            "local to Terraform", "body", "fail_on_warnings", "parameters", "put_rest_api_mode")
        .with(Sibling.whole("policy", "aws_api_gateway_rest_api_policy", "rest_api_id", "id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, RestApi> apis = apis(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(apis.get(recorded.id()))
                .<Observation>map(api -> attributes(batch, api, recorded).found())
                .orElseGet(() -> ApiGateway.gone(PATH)));
  }

  private static Attributes attributes(Batch batch, RestApi api, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return batch
        .attributes()
        .from(api)
        .put("arn", ApiGateway.arn(scope, PATH + "/" + api.id()))
        .put("execution_arn", scope.arn("execute-api", api.id()))
        .put("policy", unescaped(api.policy()))
        .put("root_resource_id", root(scope, api, recorded))
        .tags(api.tags());
  }

  /**
   * The provider finds the root among the API's resources; they are asked for only where the API
   * itself does not say what the state says.
   */
  private static @Nullable String root(AwsScope scope, RestApi api, RecordedResource recorded) {
    if (recorded.at("root_resource_id").text().equals(api.rootResourceId())) {
      return api.rootResourceId();
    }
    return ApiParts.RESOURCES.of(scope, api.id()).stream()
        .flatMap(all -> all.values().stream())
        .filter(resource -> "/".equals(resource.path()))
        .map(Resource::id)
        .findFirst()
        .orElse(null);
  }

  /** Text that is not escaped stays as it is. */
  private static @Nullable String unescaped(@Nullable String policy) {
    ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    try {
      return policy == null ? null : json.readValue("\"" + policy + "\"", String.class);
    } catch (JsonProcessingException _) {
      return policy;
    }
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(apis(scope).keySet());
  }

  private static Map<String, RestApi> apis(AwsScope scope) {
    return ApiGateway.listed(
        scope,
        PATH,
        client -> client.getRestApisPaginator(r -> r.limit(ApiGateway.PAGE)).items(),
        RestApi::id);
  }
}
