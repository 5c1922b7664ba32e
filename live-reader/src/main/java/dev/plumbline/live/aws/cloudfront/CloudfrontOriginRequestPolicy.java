package dev.plumbline.live.aws.cloudfront;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicySummary;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyType;

/** {@code aws_cloudfront_origin_request_policy}: what an origin is told of a request. */
public final class CloudfrontOriginRequestPolicy implements ListedType<OriginRequestPolicySummary> {

  @Override
  public String name() {
    return "aws_cloudfront_origin_request_policy";
  }

  @Override
  public String action() {
    return "cloudfront:ListOriginRequestPolicies";
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(CloudFront.ETAG, "etag");
  }

  @Override
  public Page<OriginRequestPolicySummary> page(CloudFrontClient client, @Nullable String marker) {
    var list =
        client
            .listOriginRequestPolicies(r -> r.maxItems(CloudFront.PAGE).marker(marker))
            .originRequestPolicyList();
    return new Page<>(list.items(), list.nextMarker());
  }

  @Override
  public String id(OriginRequestPolicySummary listed) {
    return listed.originRequestPolicy().id();
  }

  @Override
  public boolean own(OriginRequestPolicySummary listed) {
    return listed.type() != OriginRequestPolicyType.MANAGED;
  }

  @Override
  public void read(OriginRequestPolicySummary listed, AwsScope scope, Attributes into) {
    into.from(listed.originRequestPolicy().originRequestPolicyConfig())
        .put("arn", CloudFront.arn(scope, "origin-request-policy/" + id(listed)));
  }
}
