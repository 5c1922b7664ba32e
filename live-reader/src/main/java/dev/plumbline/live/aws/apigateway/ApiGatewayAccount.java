package dev.plumbline.live.aws.apigateway;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.SortedSet;
import software.amazon.awssdk.services.apigateway.model.GetAccountRequest;
import software.amazon.awssdk.services.apigateway.model.GetAccountResponse;

/**
 * {@code aws_api_gateway_account}: API Gateway's settings in one region of an account. They are
 * always there; there is one of them, so nothing of it can be unmanaged.
 */
public final class ApiGatewayAccount implements ResourceType {

  @Override
  public String name() {
    return "aws_api_gateway_account";
  }

  @Override
  public SortedSet<String> actions() {
    return ApiGateway.actions();
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable("local to Terraform", "reset_on_delete");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    GetAccountResponse account =
        batch
            .scope()
            .call(
                ApiGateway.GET,
                () ->
                    ApiGateway.client(batch.scope())
                        .getAccount(GetAccountRequest.builder().build()));
    return batch.each(
        recorded -> batch.attributes().from(account).put("id", recorded.id()).found());
  }
}
