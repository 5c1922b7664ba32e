package dev.plumbline.live.aws.apigateway;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.model.CacheClusterStatus;
import software.amazon.awssdk.services.apigateway.model.Stage;

/**
 * {@code aws_api_gateway_stage}, named by its name within a REST API. Its methods' settings are
 * {@code aws_api_gateway_method_settings}.
 */
public final class ApiGatewayStage implements ResourceType {

  @Override
  public String name() {
    return "aws_api_gateway_stage";
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
    return ApiParts.STAGES.observe(
        batch,
        (all, recorded) ->
            Optional.ofNullable(all.get(ApiGateway.named(recorded, "stage_name")))
                .map(stage -> attributes(batch, recorded, stage)));
  }

  private static Attributes attributes(Batch batch, RecordedResource recorded, Stage stage) {
    AwsScope scope = batch.scope();
    String api = ApiPart.apiOf(recorded);
    return cache(batch.attributes().from(stage), recorded, stage)
        .put("xray_tracing_enabled", stage.tracingEnabled())
        .put(
            "arn",
            ApiGateway.arn(scope, "/restapis/%s/stages/%s".formatted(api, stage.stageName())))
        .put("execution_arn", scope.arn("execute-api", api + "/" + stage.stageName()))
        .put("invoke_url", ApiGateway.invokeUrl(scope, api, stage.stageName()))
        .tags(stage.tags());
  }

  /** A cache's size means something only while the cache is there to stay. */
  private static Attributes cache(Attributes attributes, RecordedResource recorded, Stage stage) {
    boolean cached = cached(stage);
    return attributes
        .put("cache_cluster_enabled", cached)
        .put(
            "cache_cluster_size",
            cached ? stage.cacheClusterSize() : recorded.at("cache_cluster_size"));
  }

  private static boolean cached(Stage stage) {
    return Boolean.TRUE.equals(stage.cacheClusterEnabled())
        && stage.cacheClusterStatus() != CacheClusterStatus.DELETE_IN_PROGRESS;
  }

  /** Those that no deployment in the state makes by itself. */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> deployed =
        scope
            .recorded("aws_api_gateway_deployment")
            .map(deployment -> ImportId.of(deployment, "rest_api_id", "stage_name"))
            .collect(Collectors.toSet());
    return ApiParts.STAGES.discover(
        scope,
        (api, stage) ->
            Stream.of(ImportId.of(api, stage.stageName())).filter(id -> !deployed.contains(id)));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(ImportId.of(resource, "rest_api_id", "stage_name"));
  }
}
