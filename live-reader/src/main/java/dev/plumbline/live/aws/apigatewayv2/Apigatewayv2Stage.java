package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

/**
 * {@code aws_apigatewayv2_stage}, named by its name. Where it deploys by itself, its deployment
 * moves with every change of the API.
 */
public final class Apigatewayv2Stage implements PartType {

  private static final Part PART =
      new Part(
          "aws_apigatewayv2_stage",
          "stage",
          List.of("api_id"),
          "stage_name",
          1,
          (client, one) ->
              client.getStage(r -> r.apiId(one.at("api_id").text()).stageName(one.id())),
          (client, one, next) -> {
            var page =
                client.getStages(
                    r ->
                        r.apiId(one.at("api_id").text())
                            .maxResults(ApiGateway.PAGE)
                            .nextToken(next));
            return new Page<>(page.items(), page.nextToken());
          });

  @Override
  public Part part() {
    return PART;
  }

  @Override
  public void read(SdkPojo answer, RecordedResource recorded, AwsScope scope, Attributes into) {
    Value.Mapping fields = Shape.fields(answer);
    String api = recorded.at("api_id").text();
    String stage = fields.at("stage_name").text();
    into.put("name", stage)
        .put("arn", ApiGateway.arn(scope, "/apis/%s/stages/%s".formatted(api, stage)))
        .put("execution_arn", scope.arn("execute-api", api + "/" + stage))
        .put("route_settings", Blocks.keyed(fields.at("route_settings"), "route_key"))
        .put("tags_all", fields.at("tags"))
        .put("invoke_url", invokeUrl(scope, api, stage));
    if (fields.at("auto_deploy").equals(Value.of(true))) {
      into.moving("deployment_id", "is moved by auto_deploy whenever the API changes");
    }
  }

  private static String invokeUrl(AwsScope scope, String api, String stage) {
    String host =
        "%s.execute-api.%s.amazonaws.com%s"
            .formatted(api, scope.region(), scope.partition().equals("aws-cn") ? ".cn" : "");
    boolean socket =
        Optional.ofNullable(ApiGateway.apis(scope).get(api))
            .map(each -> each.protocolType() == ProtocolType.WEBSOCKET)
            .orElse(false);
    return socket
        ? "wss://%s/%s".formatted(host, stage)
        : "https://%s/%s".formatted(host, stage.equals("$default") ? "" : stage);
  }
}
