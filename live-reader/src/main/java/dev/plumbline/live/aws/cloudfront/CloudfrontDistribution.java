package dev.plumbline.live.aws.cloudfront;

import static dev.plumbline.engine.Meaning.CASE_INSENSITIVE;
import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.Tag;

/**
 * {@code aws_cloudfront_distribution}. The list lacks the root object, the logs and the caller's
 * reference, and tags are told singly: two calls each.
 */
public final class CloudfrontDistribution implements ResourceType {

  private static final String GET = "cloudfront:GetDistribution";
  private static final String TAGS = "cloudfront:ListTagsForResource";
  private static final String LIST = "cloudfront:ListDistributions";
  private static final Set<String> NOT_FOUND = Set.of("NoSuchDistribution");

  @Override
  public String name() {
    return "aws_cloudfront_distribution";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET, TAGS, LIST));
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(CASE_INSENSITIVE, "http_version")
        .with(VOLATILE, "etag", "in_progress_validation_batches", "last_modified_time")
        .withUnobservable(
            "only Terraform knows it: how it applies and destroys",
            "retain_on_delete",
            "wait_for_deployment");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    CloudFrontClient client = CloudFront.client(batch.scope());
    return batch.each(
        recorded ->
            batch
                .scope()
                .find(GET, NOT_FOUND, () -> client.getDistribution(r -> r.id(recorded.id())))
                .map(answer -> observed(batch, answer))
                .orElseGet(
                    () ->
                        new Observation.Gone(GET + " says that the distribution does not exist")));
  }

  private static Observation observed(Batch batch, GetDistributionResponse answer) {
    String arn = answer.distribution().arn();
    return DistributionAttributes.read(answer.distribution(), batch.attributes())
        .put("etag", answer.eTag())
        .put("hosted_zone_id", hostedZone(batch.scope()))
        .tags(tags(batch.scope(), arn))
        .moving("status", "is moved by CloudFront while it deploys a change")
        .found();
  }

  private static List<Tag> tags(AwsScope scope, String arn) {
    CloudFrontClient client = CloudFront.client(scope);
    return scope.call(TAGS, () -> client.listTagsForResource(r -> r.resource(arn))).tags().items();
  }

  /** The zone that alias records to any distribution name, one for each partition. */
  private static String hostedZone(AwsScope scope) {
    return scope.partition().equals("aws-cn") ? "Z3RFFRIM2A3IF5" : "Z2FDTNDATAQYW2";
  }

  @Override
  public List<String> discover(AwsScope scope) {
    CloudFrontClient client = CloudFront.client(scope);
    return scope.call(LIST, () -> Page.all(marker -> page(client, marker))).stream()
        .map(DistributionSummary::id)
        .toList();
  }

  private static Page<DistributionSummary> page(CloudFrontClient client, @Nullable String marker) {
    var list =
        client
            .listDistributions(r -> r.maxItems(CloudFront.PAGE).marker(marker))
            .distributionList();
    return new Page<>(list.items(), list.nextMarker());
  }
}
