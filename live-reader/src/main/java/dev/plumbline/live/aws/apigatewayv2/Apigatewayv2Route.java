package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/**
 * {@code aws_apigatewayv2_route}: its request parameters are a map in API Gateway and blocks in
 * Terraform.
 */
public final class Apigatewayv2Route implements PartType {

  private static final Part PART =
      new Part(
          "aws_apigatewayv2_route",
          "route",
          List.of("api_id"),
          "route_id",
          1,
          (client, one) -> client.getRoute(r -> r.apiId(one.at("api_id").text()).routeId(one.id())),
          (client, one, next) -> {
            var page =
                client.getRoutes(
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
    into.put(
        "request_parameter",
        Blocks.keyed(Shape.fields(answer).at("request_parameters"), "request_parameter_key"));
  }
}
