package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** {@code aws_apigatewayv2_model}: a JSON schema. */
public final class Apigatewayv2Model implements PartType {

  private static final Part PART =
      new Part(
          "aws_apigatewayv2_model",
          "model",
          List.of("api_id"),
          "model_id",
          Part.FEW + 1,
          (client, one) -> client.getModel(r -> r.apiId(one.at("api_id").text()).modelId(one.id())),
          (client, one, next) -> {
            var page =
                client.getModels(
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
    return TypeRules.PLAIN.with(Meaning.JSON, "schema");
  }

  @Override
  public void read(SdkPojo answer, RecordedResource recorded, AwsScope scope, Attributes into) {}
}
