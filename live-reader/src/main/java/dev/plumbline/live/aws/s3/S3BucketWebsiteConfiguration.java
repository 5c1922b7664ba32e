package dev.plumbline.live.aws.s3;

import static dev.plumbline.engine.Meaning.JSON;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.state.RecordedResource;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;

/**
 * {@code aws_s3_bucket_website_configuration}. The routing rules are shown twice: as blocks and as
 * a document.
 */
public final class S3BucketWebsiteConfiguration extends PartOfBucket<GetBucketWebsiteResponse> {

  public S3BucketWebsiteConfiguration() {
    super("aws_s3_bucket_website_configuration", BucketParts.WEBSITE);
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(JSON, "routing_rules")
        .withUnobservable(SENT_ALONG, "expected_bucket_owner");
  }

  @Override
  void place(String bucket, String region, Attributes into) {
    String domain = BucketPlaces.websiteDomain(region);
    into.put("website_domain", domain).put("website_endpoint", bucket + "." + domain);
  }

  @Override
  void read(GetBucketWebsiteResponse answer, RecordedResource recorded, Attributes into) {
    into.from(answer)
        .put("routing_rule", answer.routingRules())
        .put(
            "routing_rules",
            answer.hasRoutingRules() ? BucketWebsite.json(answer.routingRules()) : null);
  }
}
