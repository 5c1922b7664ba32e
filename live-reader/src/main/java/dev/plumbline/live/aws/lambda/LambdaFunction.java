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
import software.amazon.awssdk.services.lambda.model.PackageType;

/**
 * {@code aws_lambda_function}, named by its name. Lambda has no call for several functions that
 * answers their tags: two calls each, for the function and its code signing, and one listing for
 * their newest versions. The link to its code in GetFunction's answer is never kept.
 */
public final class LambdaFunction implements ResourceType {

  private static final String GET = "lambda:GetFunction";
  private static final String SIGNING = "lambda:GetFunctionCodeSigningConfig";

  /**
   * Where AWS Signer is; elsewhere Lambda answers questions about code signing as if they were not
   * allowed. Source: the AWS General Reference, Signer's regions for Lambda.
   */
  private static final Set<String> SIGNING_REGIONS =
      Set.of(
          "af-south-1",
          "ap-east-1",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-south-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "me-south-1",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2");

  @Override
  public String name() {
    return "aws_lambda_function";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(
        Set.of(GET, SIGNING, Lambda.TAGS, FunctionVersions.OF_ALL, FunctionVersions.OF_ONE));
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
    return scope
        .find(
            GET,
            Lambda.NOT_FOUND,
            () -> Lambda.client(scope).getFunction(r -> r.functionName(name)))
        .<Observation>map(
            function -> {
              Attributes attributes =
                  FunctionAttributes.of(batch.attributes(), scope, function).put("id", name);
              FunctionAttributes.version(attributes, scope, FunctionVersions.newest(scope, name));
              if (recorded.at("code_sha256").isEmpty()) {
                attributes.moving("source_code_size", "follows the code");
              }
              return signed(tagged(attributes, function), scope, function).found();
            })
        .orElseGet(() -> new Observation.Gone(GET + " says that the function does not exist"));
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

  private static Attributes signed(
      Attributes attributes, AwsScope scope, GetFunctionResponse function) {
    if (!SIGNING_REGIONS.contains(scope.region())) {
      return attributes;
    }
    String name = function.configuration().functionName();
    // Images are not signed by Lambda.
    Optional<String> signing =
        function.configuration().packageType() == PackageType.IMAGE
            ? Optional.empty()
            : Optional.ofNullable(
                scope
                    .call(
                        SIGNING,
                        () ->
                            Lambda.client(scope)
                                .getFunctionCodeSigningConfig(r -> r.functionName(name)))
                    .codeSigningConfigArn());
    return attributes.put("code_signing_config_arn", signing.orElse(null));
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
