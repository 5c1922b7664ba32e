package dev.plumbline.live.aws.lambda;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;

/**
 * {@code aws_lambda_function_event_invoke_config}, named by its function and, behind a colon, its
 * qualifier. Lambda lists those of one function only, which for its usual one saves nothing.
 */
public final class LambdaFunctionEventInvokeConfig implements ResourceType {

  private static final String GET = "lambda:GetFunctionEventInvokeConfig";

  @Override
  public String name() {
    return "aws_lambda_function_event_invoke_config";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET));
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
    FunctionName function = FunctionName.of(recorded.id());
    return ask(batch.scope(), function)
        .<Observation>map(
            config ->
                batch
                    .attributes()
                    .from(config)
                    .put("id", recorded.id())
                    .put("function_name", function.function())
                    .put("qualifier", function.qualifier())
                    .found())
        .orElseGet(() -> new Observation.Gone(GET + " says that the function has none"));
  }

  private static Optional<GetFunctionEventInvokeConfigResponse> ask(
      AwsScope scope, FunctionName function) {
    String qualifier = function.qualifier().isEmpty() ? null : function.qualifier();
    return scope.find(
        GET,
        Lambda.NOT_FOUND,
        () ->
            Lambda.client(scope)
                .getFunctionEventInvokeConfig(
                    r -> r.functionName(function.function()).qualifier(qualifier)));
  }
}
