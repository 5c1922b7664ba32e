package dev.plumbline.live.aws.cloudfront;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSummary;

/** {@code aws_cloudfront_origin_access_control}: how CloudFront signs what it asks an origin. */
public final class CloudfrontOriginAccessControl implements ListedType<OriginAccessControlSummary> {

  @Override
  public String name() {
    return "aws_cloudfront_origin_access_control";
  }

  @Override
  public String action() {
    return "cloudfront:ListOriginAccessControls";
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(CloudFront.ETAG, "etag");
  }

  @Override
  public Page<OriginAccessControlSummary> page(CloudFrontClient client, @Nullable String marker) {
    var list =
        client
            .listOriginAccessControls(r -> r.maxItems(CloudFront.PAGE).marker(marker))
            .originAccessControlList();
    return new Page<>(list.items(), list.nextMarker());
  }

  @Override
  public String id(OriginAccessControlSummary listed) {
    return listed.id();
  }

  @Override
  public boolean own(OriginAccessControlSummary listed) {
    return true;
  }

  @Override
  public void read(OriginAccessControlSummary listed, AwsScope scope, Attributes into) {
    into.from(listed).put("arn", CloudFront.arn(scope, "origin-access-control/" + listed.id()));
  }
}
