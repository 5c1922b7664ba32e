package dev.plumbline.live.aws.lambda;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentOutput;

/**
 * {@code aws_lambda_layer_version}, named by its ARN. Lambda's listings leave out what the code is,
 * so each is asked for; the link to the code in the answer is never kept.
 */
public final class LambdaLayerVersion implements ResourceType {

  private static final String GET = "lambda:GetLayerVersion";
  private static final String LIST = "lambda:ListLayers";

  private static final Pattern ARN = Pattern.compile("(.*:layer:([^:]+)):(\\d{1,18})");

  @Override
  public String name() {
    return "aws_lambda_layer_version";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable(
            "only said when code is uploaded; code_sha256 tells the code itself",
            "filename",
            "s3_bucket",
            "s3_key",
            "s3_object_version",
            "source_code_hash")
        .withUnobservable("local to Terraform", "skip_destroy");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    Matcher arn = ARN.matcher(recorded.id());
    if (!arn.matches()) {
      throw new ReadFailure(
          ReadFailure.Kind.UNEXPECTED, GET, "its id is not the ARN of a layer's version.");
    }
    AwsScope scope = batch.scope();
    long version = Long.parseLong(arn.group(3));
    return scope
        .find(
            GET,
            Lambda.NOT_FOUND,
            () ->
                Lambda.client(scope)
                    .getLayerVersion(r -> r.layerName(arn.group(2)).versionNumber(version)))
        .<Observation>map(layer -> observed(batch, arn.group(2), layer))
        .orElseGet(() -> new Observation.Gone(GET + " says that the version does not exist"));
  }

  private static Observation observed(Batch batch, String name, GetLayerVersionResponse layer) {
    LayerVersionContentOutput code = layer.content();
    return batch
        .attributes()
        .from(layer)
        .put("id", layer.layerVersionArn())
        .put("arn", layer.layerVersionArn())
        .put("layer_name", name)
        .put("code_sha256", code.codeSha256())
        .put("source_code_size", code.codeSize())
        .put("signing_job_arn", code.signingJobArn())
        .put("signing_profile_version_arn", code.signingProfileVersionArn())
        .found();
  }

  /** The newest of each layer; those that it replaced are kept on purpose. */
  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            Lambda.client(scope).listLayersPaginator().layers().stream()
                .map(layer -> layer.latestMatchingVersion().layerVersionArn())
                .toList());
  }
}
