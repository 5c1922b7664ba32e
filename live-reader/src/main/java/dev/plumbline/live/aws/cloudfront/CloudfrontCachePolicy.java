package dev.plumbline.live.aws.cloudfront;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CachePolicySummary;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyType;

/** {@code aws_cloudfront_cache_policy}: what makes a cache key, and how long it is kept. */
public final class CloudfrontCachePolicy implements ListedType<CachePolicySummary> {

  @Override
  public String name() {
    return "aws_cloudfront_cache_policy";
  }

  @Override
  public String action() {
    return "cloudfront:ListCachePolicies";
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(CloudFront.ETAG, "etag");
  }

  @Override
  public Page<CachePolicySummary> page(CloudFrontClient client, @Nullable String marker) {
    var list =
        client.listCachePolicies(r -> r.maxItems(CloudFront.PAGE).marker(marker)).cachePolicyList();
    return new Page<>(list.items(), list.nextMarker());
  }

  @Override
  public String id(CachePolicySummary listed) {
    return listed.cachePolicy().id();
  }

  @Override
  public boolean own(CachePolicySummary listed) {
    return listed.type() != CachePolicyType.MANAGED;
  }

  @Override
  public void read(CachePolicySummary listed, AwsScope scope, Attributes into) {
    into.from(listed.cachePolicy().cachePolicyConfig())
        .put("arn", CloudFront.arn(scope, "cache-policy/" + id(listed)));
  }
}
