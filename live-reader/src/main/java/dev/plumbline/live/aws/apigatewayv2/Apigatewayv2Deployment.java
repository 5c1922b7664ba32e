package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** {@code aws_apigatewayv2_deployment}: a frozen copy of an API that stages show. */
public final class Apigatewayv2Deployment implements PartType {

  private static final Part PART =
      new Part(
          "aws_apigatewayv2_deployment",
          "deployment",
          List.of("api_id"),
          "deployment_id",
          Part.FEW + 1,
          (client, one) ->
              client.getDeployment(r -> r.apiId(one.at("api_id").text()).deploymentId(one.id())),
          (client, one, next) -> {
            var page =
                client.getDeployments(
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
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(
        "only Terraform knows it: what makes it deploy anew", "triggers");
  }

  @Override
  public void read(SdkPojo answer, RecordedResource recorded, AwsScope scope, Attributes into) {}
}
