package dev.plumbline.live.aws.lambda;

import static dev.plumbline.engine.Meaning.NAME_OR_ARN;
import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;

/**
 * {@code aws_lambda_function}, named by its name. Lambda has no call for several functions that
 * answers their tags: two calls each, for the function and its code signing, and one listing for
 * their newest versions. The link to its code in GetFunction's answer is never kept.
 */
public final class LambdaFunction implements ResourceType {

  private static final String GET = "lambda:GetFunction";

  @Override
  public String name() {
    return "aws_lambda_function";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(
        Set.of(
            GET, CodeSigning.GET, Lambda.TAGS, FunctionVersions.OF_ALL, FunctionVersions.OF_ONE));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(NAME_OR_ARN, "function_name")
        .with(VOLATILE, "snap_start.optimization_status")
        .withUnobservable(
            "only said when code is uploaded; code_sha256 tells the code itself",
            "filename",
            "s3_bucket",
            "s3_key",
            "s3_object_version",
            "source_code_hash")
        .withUnobservable(
            "local to Terraform",
            "publish",
            "replace_security_groups_on_destroy",
            "replacement_security_group_ids",
            "skip_destroy");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    String name = recorded.id();
    return find(scope, name)
        .<Observation>map(
            function -> {
              Attributes attributes =
                  FunctionAttributes.of(batch.attributes(), scope, function).put("id", name);
              FunctionAttributes.version(attributes, scope, FunctionVersions.newest(scope, name));
              if (recorded.at("code_sha256").isEmpty()) {
                attributes.moving("source_code_size", "follows the code");
              }
              CodeSigning.of(attributes, scope, function.configuration());
              return tagged(attributes, function).found();
            })
        .orElseGet(() -> new Observation.Gone(GET + " says that the function does not exist"));
  }

  private static Optional<GetFunctionResponse> find(AwsScope scope, String name) {
    return scope.find(
        GET, Lambda.NOT_FOUND, () -> Lambda.client(scope).getFunction(r -> r.functionName(name)));
  }

  /** GetFunction answers without tags where the caller may not list them. */
  private static Attributes tagged(Attributes attributes, GetFunctionResponse function) {
    if (function.tagsError() != null) {
      throw new ReadFailure(
          ReadFailure.Kind.DENIED,
          Lambda.TAGS,
          "access denied (%s). Allow %s to the role that scans; plumbline permissions prints its policy."
              .formatted(function.tagsError().errorCode(), Lambda.TAGS));
    }
    return attributes.tags(function.tags());
  }

  @Override
  public List<String> discover(AwsScope scope, Set<String> names) {
    return names.stream()
        .filter(name -> !name.startsWith("arn:"))
        .filter(name -> find(scope, name).isPresent())
        .toList();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return FunctionVersions.functions(scope);
  }

  /** A configuration may name it by its ARN. */
  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(resource.id().substring(resource.id().lastIndexOf(':') + 1));
  }
}
