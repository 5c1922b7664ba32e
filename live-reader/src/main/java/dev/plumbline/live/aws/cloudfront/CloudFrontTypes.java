package dev.plumbline.live.aws.cloudfront;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of CloudFront, with what makes each reader. */
public final class CloudFrontTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_cloudfront_cache_policy", CloudfrontCachePolicy::new),
          Map.entry("aws_cloudfront_distribution", CloudfrontDistribution::new),
          Map.entry("aws_cloudfront_function", CloudfrontFunction::new),
          Map.entry("aws_cloudfront_origin_access_control", CloudfrontOriginAccessControl::new),
          Map.entry("aws_cloudfront_origin_request_policy", CloudfrontOriginRequestPolicy::new),
          Map.entry(
              "aws_cloudfront_response_headers_policy", CloudfrontResponseHeadersPolicy::new));

  private CloudFrontTypes() {}
}
