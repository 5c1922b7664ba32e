package dev.plumbline.live.aws.apigateway;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.apigateway.model.UsagePlanKey;

/**
 * {@code aws_api_gateway_usage_plan_key}: an API key that a usage plan lets in, named by both. It
 * is there as long as the plan lists it and the key itself exists. A plan's keys are listed at
 * once; their values, which API Gateway answers unasked, are dropped.
 */
public final class ApiGatewayUsagePlanKey implements ResourceType {

  private static final String PLAN = "usage_plan_id";

  @Override
  public String name() {
    return "aws_api_gateway_usage_plan_key";
  }

  @Override
  public SortedSet<String> actions() {
    return ApiGateway.actions();
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable("a secret, which is never kept", "value");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_api_gateway_usage_plan", "id", PLAN));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded -> {
          String plan = ApiGateway.named(recorded, PLAN);
          String id = ApiGateway.named(recorded, "key_id");
          if (!ApiGatewayApiKey.keys(batch.scope()).containsKey(id)) {
            return ApiGateway.gone(ApiGatewayApiKey.PATH);
          }
          return keys(batch.scope(), plan)
              .map(keys -> keys.get(id))
              .<Observation>map(key -> attributes(batch, plan, key).found())
              .orElseGet(() -> ApiGateway.gone(path("{id}")));
        });
  }

  private static Attributes attributes(Batch batch, String plan, UsagePlanKey key) {
    return batch
        .attributes()
        .fromAllBut(key, "value")
        .put(PLAN, plan)
        .put("key_id", key.id())
        .put("key_type", key.type());
  }

  /** The keys of the plans whose keys the state records. */
  @Override
  public List<String> discover(AwsScope scope) {
    List<String> plans =
        scope
            .recorded(name())
            .map(recorded -> recorded.at(PLAN).text())
            .filter(plan -> !plan.isEmpty())
            .distinct()
            .toList();
    return scope.forAll(plans, plan -> ids(scope, plan)).stream().flatMap(List::stream).toList();
  }

  private static List<String> ids(AwsScope scope, String plan) {
    return keys(scope, plan).orElse(Map.of()).keySet().stream()
        .map(key -> ImportId.of(plan, key))
        .toList();
  }

  private static Optional<Map<String, UsagePlanKey>> keys(AwsScope scope, String plan) {
    return scope.shared(
        ApiGateway.GET + " " + path(plan),
        () ->
            scope
                .find(ApiGateway.GET, ApiGateway.NOT_FOUND, () -> list(scope, plan))
                .map(
                    all ->
                        all.stream()
                            .collect(Collectors.toMap(UsagePlanKey::id, Function.identity()))));
  }

  private static List<UsagePlanKey> list(AwsScope scope, String plan) {
    return ApiGateway.client(scope)
        .getUsagePlanKeysPaginator(r -> r.usagePlanId(plan).limit(ApiGateway.PAGE))
        .items()
        .stream()
        .toList();
  }

  private static String path(String plan) {
    return "/usageplans/%s/keys".formatted(plan);
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(ImportId.of(resource, "usage_plan_id", "key_id"));
  }
}
