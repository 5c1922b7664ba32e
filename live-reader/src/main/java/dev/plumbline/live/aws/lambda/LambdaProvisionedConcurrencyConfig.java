package dev.plumbline.live.aws.lambda;

import static dev.plumbline.engine.Meaning.NAME_OR_ARN;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.applicationautoscaling.ScalableTargets;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;

/**
 * {@code aws_lambda_provisioned_concurrency_config}. Its id joins function and qualifier by a
 * comma, by a colon before provider 5; what it stands for is in the attributes of those names.
 */
public final class LambdaProvisionedConcurrencyConfig implements ResourceType {

  private static final String COUNT = "provisioned_concurrent_executions";

  @Override
  public String name() {
    return "aws_lambda_provisioned_concurrency_config";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Lambda.PROVISIONED, ScalableTargets.DESCRIBE));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(NAME_OR_ARN, "function_name")
        .withUnobservable("local to Terraform", "skip_destroy");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_lambda_function", "id", "function_name"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    FunctionName function = FunctionName.of(recorded.at("function_name").text());
    String qualifier = recorded.at("qualifier").text();
    return Lambda.provisioned(batch.scope(), function.function())
        .flatMap(all -> all.stream().filter(each -> qualifier(each).equals(qualifier)).findFirst())
        .<Observation>map(found -> observed(batch, recorded, found))
        .orElseGet(
            () ->
                new Observation.Gone(
                    "%s has none of %s:%s"
                        .formatted(Lambda.PROVISIONED, function.function(), qualifier)));
  }

  private static String qualifier(ProvisionedConcurrencyConfigListItem item) {
    return FunctionName.of(item.functionArn()).qualifier();
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, ProvisionedConcurrencyConfigListItem item) {
    if (item.status() == ProvisionedConcurrencyStatusEnum.IN_PROGRESS) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION,
          Lambda.PROVISIONED,
          "in transition (IN_PROGRESS); read again later.");
    }
    FunctionName function = FunctionName.of(item.functionArn());
    Attributes attributes =
        batch
            .attributes()
            .put("id", recorded.id())
            .put("function_name", recorded.at("function_name").text())
            .put("qualifier", function.qualifier())
            .put(COUNT, item.allocatedProvisionedConcurrentExecutions());
    if (!attributes.found().attributes().at(COUNT).equals(recorded.at(COUNT))) {
      moving(batch.scope(), function).ifPresent(reason -> attributes.moving(COUNT, reason));
    }
    return attributes.found();
  }

  private static Optional<String> moving(AwsScope scope, FunctionName function) {
    String resource = "function:%s:%s".formatted(function.name(), function.qualifier());
    return ScalableTargets.moving(
        scope, "lambda", resource, "lambda:function:ProvisionedConcurrency");
  }

  /** Those of functions whose configurations are read. */
  @Override
  public List<String> discover(AwsScope scope) {
    List<String> functions =
        scope
            .recorded("aws_lambda_provisioned_concurrency_config")
            .map(recorded -> FunctionName.of(recorded.at("function_name").text()).function())
            .distinct()
            .toList();
    return scope
        .forAll(functions, function -> Lambda.provisioned(scope, function).orElse(List.of()))
        .stream()
        .flatMap(List::stream)
        .map(item -> FunctionName.of(item.functionArn()))
        .map(function -> function.name() + "," + function.qualifier())
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    FunctionName function = FunctionName.of(resource.at("function_name").text());
    return List.of(function.name() + "," + resource.at("qualifier").text());
  }
}
