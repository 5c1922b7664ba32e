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
import software.amazon.awssdk.services.apigateway.model.MethodSetting;

/**
 * {@code aws_api_gateway_method_settings}: what a stage overrides for one method, or for all of
 * them ({@code *}{@code /*}), named by that path as API Gateway writes it.
 */
public final class ApiGatewayMethodSettings implements ResourceType {

  @Override
  public String name() {
    return "aws_api_gateway_method_settings";
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
                .map(stage -> stage.methodSettings().get(recorded.at("method_path").text()))
                .map(settings -> attributes(batch, recorded, settings)));
  }

  private static Attributes attributes(
      Batch batch, RecordedResource recorded, MethodSetting settings) {
    return batch
        .attributes()
        .put("settings", settings)
        .put("stage_name", recorded.at("stage_name"))
        .put("method_path", recorded.at("method_path"));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return ApiParts.STAGES.discover(
        scope,
        (api, stage) ->
            stage.methodSettings().keySet().stream()
                .map(path -> ImportId.of(api, stage.stageName(), path)));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(ImportId.of(resource, "rest_api_id", "stage_name", "method_path"));
  }
}
