package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** {@code aws_apigatewayv2_integration_response}. */
public final class Apigatewayv2IntegrationResponse implements PartType {

  private static final Part PART =
      new Part(
          "aws_apigatewayv2_integration_response",
          "integration response",
          List.of("api_id", "integration_id"),
          "integration_response_id",
          2,
          (client, one) ->
              client.getIntegrationResponse(
                  r ->
                      r.apiId(one.at("api_id").text())
                          .integrationId(one.at("integration_id").text())
                          .integrationResponseId(one.id())),
          (client, one, next) -> {
            var page =
                client.getIntegrationResponses(
                    r ->
                        r.apiId(one.at("api_id").text())
                            .integrationId(one.at("integration_id").text())
                            .maxResults(ApiGateway.PAGE)
                            .nextToken(next));
            return new Page<>(page.items(), page.nextToken());
          });

  @Override
  public Part part() {
    return PART;
  }

  @Override
  public void read(SdkPojo answer, RecordedResource recorded, AwsScope scope, Attributes into) {}
}
