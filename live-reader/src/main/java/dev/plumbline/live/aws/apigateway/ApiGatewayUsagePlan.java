package dev.plumbline.live.aws.apigateway;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.model.ApiStage;
import software.amazon.awssdk.services.apigateway.model.UsagePlan;

/** {@code aws_api_gateway_usage_plan}, named by its id. */
public final class ApiGatewayUsagePlan implements ResourceType {

  private static final String PATH = "/usageplans";

  @Override
  public String name() {
    return "aws_api_gateway_usage_plan";
  }

  @Override
  public SortedSet<String> actions() {
    return ApiGateway.actions();
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, UsagePlan> plans = plans(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(plans.get(recorded.id()))
                .<Observation>map(plan -> attributes(batch, plan).found())
                .orElseGet(() -> ApiGateway.gone(PATH)));
  }

  private static Attributes attributes(Batch batch, UsagePlan plan) {
    return batch
        .attributes()
        .from(plan)
        .put("arn", ApiGateway.arn(batch.scope(), PATH + "/" + plan.id()))
        .put("api_stages", stages(plan))
        .put("quota_settings", plan.quota())
        .put("throttle_settings", plan.throttle())
        .tags(plan.tags());
  }

  /** Those that API Gateway names in full, as the provider has it. */
  private static List<Value> stages(UsagePlan plan) {
    return plan.apiStages().stream()
        .filter(stage -> stage.apiId() != null && stage.stage() != null)
        .map(ApiGatewayUsagePlan::stage)
        .toList();
  }

  /** A stage, whose methods' own limits API Gateway keys by the method's path. */
  private static Value stage(ApiStage stage) {
    Map<String, Value> fields = new TreeMap<>(Shape.fields(stage).entries());
    List<Value> throttle = new ArrayList<>();
    stage
        .throttle()
        .forEach(
            (path, limits) -> {
              Map<String, Value> block = new TreeMap<>(Shape.fields(limits).entries());
              block.put("path", Value.of(path));
              throttle.add(Value.of(block));
            });
    fields.put("throttle", Value.of(throttle));
    return Value.of(fields);
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(plans(scope).keySet());
  }

  private static Map<String, UsagePlan> plans(AwsScope scope) {
    return ApiGateway.listed(
        scope,
        PATH,
        client -> client.getUsagePlansPaginator(r -> r.limit(ApiGateway.PAGE)).items(),
        UsagePlan::id);
  }
}
