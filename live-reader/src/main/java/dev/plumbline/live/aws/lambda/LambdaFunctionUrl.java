package dev.plumbline.live.aws.lambda;

import static dev.plumbline.engine.Meaning.NAME_OR_ARN;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigResponse;

/**
 * {@code aws_lambda_function_url}, named by its function and, behind a slash, its qualifier. A
 * function or an alias has one; there is no listing across functions.
 */
public final class LambdaFunctionUrl implements ResourceType {

  private static final String GET = "lambda:GetFunctionUrlConfig";

  @Override
  public String name() {
    return "aws_lambda_function_url";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(NAME_OR_ARN, "function_name");
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
    String[] id = recorded.id().split("/", 2);
    String qualifier = id.length > 1 ? id[1] : "";
    return ask(batch.scope(), id[0], qualifier)
        .<Observation>map(
            url ->
                batch
                    .attributes()
                    .from(url)
                    .put("id", recorded.id())
                    .put("authorization_type", url.authTypeAsString())
                    .put("function_name", id[0])
                    .put("qualifier", qualifier)
                    .put("url_id", URI.create(url.functionUrl()).getHost().split("\\.", 2)[0])
                    .found())
        .orElseGet(() -> new Observation.Gone(GET + " says that the function has no URL"));
  }

  private static Optional<GetFunctionUrlConfigResponse> ask(
      AwsScope scope, String function, String qualifier) {
    String asked = qualifier.isEmpty() ? null : qualifier;
    return scope.find(
        GET,
        Lambda.NOT_FOUND,
        () ->
            Lambda.client(scope)
                .getFunctionUrlConfig(r -> r.functionName(function).qualifier(asked)));
  }
}
