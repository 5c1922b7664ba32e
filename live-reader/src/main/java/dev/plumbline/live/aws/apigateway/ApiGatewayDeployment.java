package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.engine.Meaning.INSTANT;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.model.Deployment;

/**
 * {@code aws_api_gateway_deployment}, named by its id within a REST API. Provider versions before 6
 * may make a stage with it, whose address they record, and which is a resource of its own.
 */
public final class ApiGatewayDeployment implements ResourceType {

  @Override
  public String name() {
    return "aws_api_gateway_deployment";
  }

  @Override
  public SortedSet<String> actions() {
    return ApiGateway.actions();
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(INSTANT, "created_date")
        .withUnobservable("local to Terraform", "triggers")
        .withUnobservable(
            "only passed on to a stage when it is made; the API does not return it",
            "canary_settings",
            "stage_description",
            "variables");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(ApiPart.API);
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return ApiParts.DEPLOYMENTS.observe(
        batch,
        (all, recorded) ->
            Optional.ofNullable(all.get(recorded.id()))
                .map(deployment -> attributes(batch, recorded, deployment)));
  }

  private static Attributes attributes(
      Batch batch, RecordedResource recorded, Deployment deployment) {
    AwsScope scope = batch.scope();
    String api = ApiPart.apiOf(recorded);
    String stage = recorded.at("stage_name").text();
    return batch
        .attributes()
        .from(deployment)
        .put("stage_name", recorded.at("stage_name"))
        .put("execution_arn", scope.arn("execute-api", api + "/" + stage))
        .put("invoke_url", ApiGateway.invokeUrl(scope, api, stage));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return ApiParts.DEPLOYMENTS.discover(
        scope, (api, deployment) -> Stream.of(ImportId.of(api, deployment.id())));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(ImportId.of(resource, "rest_api_id", "id"));
  }
}
