package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.engine.Meaning.INSTANT;
import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import software.amazon.awssdk.services.apigateway.model.ApiKey;

/**
 * {@code aws_api_gateway_api_key}, named by its id. The key's value is a secret: keys are listed
 * without their values.
 */
public final class ApiGatewayApiKey implements ResourceType {

  static final String PATH = "/apikeys";

  @Override
  public String name() {
    return "aws_api_gateway_api_key";
  }

  @Override
  public SortedSet<String> actions() {
    return ApiGateway.actions();
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(INSTANT, "created_date")
        .with(VOLATILE, "last_updated_date")
        .withUnobservable("a secret, which is never asked for", "value");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, ApiKey> keys = keys(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(keys.get(recorded.id()))
                .<Observation>map(key -> attributes(batch, key).found())
                .orElseGet(() -> ApiGateway.gone(PATH)));
  }

  private static Attributes attributes(Batch batch, ApiKey key) {
    return batch
        .attributes()
        .fromAllBut(key, "value")
        .put("arn", ApiGateway.arn(batch.scope(), PATH + "/" + key.id()))
        .tags(key.tags());
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(keys(scope).keySet());
  }

  /** The keys of the account, without their values. */
  static Map<String, ApiKey> keys(AwsScope scope) {
    return ApiGateway.listed(
        scope,
        PATH,
        client ->
            client.getApiKeysPaginator(r -> r.includeValues(false).limit(ApiGateway.PAGE)).items(),
        ApiKey::id);
  }
}
