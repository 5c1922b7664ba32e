package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** {@code aws_apigatewayv2_authorizer}. */
public final class Apigatewayv2Authorizer implements PartType {

  private static final Part PART =
      new Part(
          "aws_apigatewayv2_authorizer",
          "authorizer",
          List.of("api_id"),
          "authorizer_id",
          Part.FEW + 1,
          (client, one) ->
              client.getAuthorizer(r -> r.apiId(one.at("api_id").text()).authorizerId(one.id())),
          (client, one, next) -> {
            var page =
                client.getAuthorizers(
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
    into.put("identity_sources", Shape.fields(answer).at("identity_source"));
  }
}
