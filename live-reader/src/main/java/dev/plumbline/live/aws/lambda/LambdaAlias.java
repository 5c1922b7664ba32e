package dev.plumbline.live.aws.lambda;

import static dev.plumbline.engine.Meaning.NAME_OR_ARN;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;

/** {@code aws_lambda_alias}, named by its ARN. All aliases of a function are one listing. */
public final class LambdaAlias implements ResourceType {

  @Override
  public String name() {
    return "aws_lambda_alias";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Lambda.ALIASES));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(NAME_OR_ARN, "function_name");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    String function = function(recorded).function();
    String alias = recorded.at("name").text();
    return Lambda.aliases(batch.scope(), function)
        .flatMap(all -> all.stream().filter(each -> each.name().equals(alias)).findFirst())
        .<Observation>map(found -> observed(batch, found))
        .orElseGet(
            () ->
                new Observation.Gone(
                    "%s has no alias %s of the function %s"
                        .formatted(Lambda.ALIASES, alias, function)));
  }

  private static Observation observed(Batch batch, AliasConfiguration alias) {
    return batch
        .attributes()
        .from(alias)
        .put("id", alias.aliasArn())
        .put("arn", alias.aliasArn())
        .put("function_name", FunctionName.of(alias.aliasArn()).function())
        .put("invoke_arn", Lambda.invocations(batch.scope(), alias.aliasArn()))
        .found();
  }

  /** Those of functions whose aliases are read. */
  @Override
  public List<String> discover(AwsScope scope) {
    List<String> functions =
        scope
            .recorded("aws_lambda_alias")
            .map(recorded -> function(recorded).function())
            .distinct()
            .toList();
    return scope.forAll(functions, function -> importIds(scope, function)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> importIds(AwsScope scope, String function) {
    return Lambda.aliases(scope, function).orElse(List.of()).stream()
        .map(alias -> importId(FunctionName.of(function), alias.name()))
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(importId(function(resource), resource.at("name").text()));
  }

  private static FunctionName function(RecordedResource recorded) {
    return FunctionName.of(recorded.at("function_name").text());
  }

  private static String importId(FunctionName function, String alias) {
    return function.name() + "/" + alias;
  }
}
