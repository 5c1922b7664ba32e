package dev.plumbline.live.aws.lambda;

import static dev.plumbline.engine.Meaning.NAME_OR_ARN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code aws_lambda_permission}, named by its statement's id in the policy of a function or of one
 * of its qualifiers.
 */
public final class LambdaPermission implements ResourceType {

  /** What the provider itself adds for a function URL that needs no authorization. */
  private static final Set<String> OF_FUNCTION_URLS =
      Set.of("FunctionURLAllowPublicAccess", "FunctionURLInvokeAllowPublicAccess");

  @Override
  public String name() {
    return "aws_lambda_permission";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(FunctionPolicy.GET));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(NAME_OR_ARN, "function_name")
        .withUnobservable("the beginning of statement_id", "statement_id_prefix");
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
    FunctionName function = function(recorded);
    return policy(batch.scope(), function)
        .flatMap(policy -> Optional.ofNullable(policy.statements().get(recorded.id())))
        .<Observation>map(statement -> observed(batch, recorded, statement))
        .orElseGet(
            () ->
                new Observation.Gone(
                    "%s has no statement %s for the function %s"
                        .formatted(FunctionPolicy.GET, recorded.id(), function.function())));
  }

  private static Optional<FunctionPolicy> policy(AwsScope scope, FunctionName function) {
    return FunctionPolicy.of(scope, function.function(), function.qualifier());
  }

  private static Observation observed(Batch batch, RecordedResource recorded, JsonNode statement) {
    FunctionName resource = FunctionName.of(statement.path("Resource").asText());
    return PermissionStatement.of(batch.attributes(), recorded, statement)
        .put("id", recorded.id())
        .put("statement_id", statement.path("Sid").asText())
        .put("function_name", resource.function())
        .put("qualifier", resource.qualifier())
        .found();
  }

  /** Statements of policies that are read. */
  @Override
  public List<String> discover(AwsScope scope) {
    List<FunctionName> functions =
        scope.recorded("aws_lambda_permission").map(LambdaPermission::function).distinct().toList();
    return scope.forAll(functions, function -> importIds(scope, function)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> importIds(AwsScope scope, FunctionName function) {
    boolean url =
        scope
            .recorded("aws_lambda_function_url")
            .map(each -> FunctionName.of(each.at("function_name").text()).name())
            .anyMatch(function.name()::equals);
    return policy(scope, function).stream()
        .flatMap(policy -> policy.statements().keySet().stream())
        .filter(statement -> !(url && OF_FUNCTION_URLS.contains(statement)))
        .map(statement -> importId(function, statement))
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(importId(function(resource), resource.id()));
  }

  private static String importId(FunctionName function, String statement) {
    return Stream.of(function.name(), function.qualifier())
        .filter(part -> !part.isEmpty())
        .reduce((name, qualifier) -> name + ":" + qualifier)
        .map(part -> part + "/" + statement)
        .orElse(statement);
  }

  /** The qualifier may stand in an attribute of its own. */
  private static FunctionName function(RecordedResource recorded) {
    FunctionName named = FunctionName.of(recorded.at("function_name").text());
    String qualifier = recorded.at("qualifier").text();
    return qualifier.isEmpty()
        ? named
        : new FunctionName(named.function(), named.name(), qualifier);
  }
}
