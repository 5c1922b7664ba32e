package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/**
 * {@code aws_apigatewayv2_integration}: response parameters are blocks by status code in Terraform.
 */
public final class Apigatewayv2Integration implements PartType {

  private static final Part PART =
      new Part(
          "aws_apigatewayv2_integration",
          "integration",
          List.of("api_id"),
          "integration_id",
          1,
          (client, one) ->
              client.getIntegration(r -> r.apiId(one.at("api_id").text()).integrationId(one.id())),
          (client, one, next) -> {
            var page =
                client.getIntegrations(
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
    into.put("timeout_milliseconds", fields.at("timeout_in_millis"))
        .put(
            "response_parameters",
            Blocks.pairs(fields.at("response_parameters"), "status_code", "mappings"));
  }
}
