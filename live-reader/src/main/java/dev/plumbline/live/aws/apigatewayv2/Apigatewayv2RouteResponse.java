package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** {@code aws_apigatewayv2_route_response}: a WebSocket route has one, {@code $default}. */
public final class Apigatewayv2RouteResponse implements PartType {

  private static final Part PART =
      new Part(
          "aws_apigatewayv2_route_response",
          "route response",
          List.of("api_id", "route_id"),
          "route_response_id",
          2,
          (client, one) ->
              client.getRouteResponse(
                  r ->
                      r.apiId(one.at("api_id").text())
                          .routeId(one.at("route_id").text())
                          .routeResponseId(one.id())),
          (client, one, next) -> {
            var page =
                client.getRouteResponses(
                    r ->
                        r.apiId(one.at("api_id").text())
                            .routeId(one.at("route_id").text())
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
