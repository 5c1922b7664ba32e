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
import software.amazon.awssdk.services.apigateway.model.Authorizer;

/** {@code aws_api_gateway_authorizer}, named by its id within a REST API. */
public final class ApiGatewayAuthorizer implements ResourceType {

  /** API Gateway's own, where it leaves the time out. */
  private static final Integer DEFAULT_SECONDS = 300;

  @Override
  public String name() {
    return "aws_api_gateway_authorizer";
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
    return ApiParts.AUTHORIZERS.observe(
        batch,
        (all, recorded) ->
            Optional.ofNullable(all.get(recorded.id()))
                .map(authorizer -> attributes(batch, recorded, authorizer)));
  }

  private static Attributes attributes(
      Batch batch, RecordedResource recorded, Authorizer authorizer) {
    Integer seconds = authorizer.authorizerResultTtlInSeconds();
    String path = "/restapis/%s/authorizers/%s".formatted(ApiPart.apiOf(recorded), authorizer.id());
    return batch
        .attributes()
        .from(authorizer)
        .put("provider_arns", authorizer.providerARNs())
        .put("authorizer_result_ttl_in_seconds", seconds == null ? DEFAULT_SECONDS : seconds)
        .put("arn", ApiGateway.arn(batch.scope(), path));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return ApiParts.AUTHORIZERS.discover(
        scope, (api, authorizer) -> Stream.of(ImportId.of(api, authorizer.id())));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(ImportId.of(resource, "rest_api_id", "id"));
  }
}
