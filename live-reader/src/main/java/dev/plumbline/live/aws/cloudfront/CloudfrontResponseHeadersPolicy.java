package dev.plumbline.live.aws.cloudfront;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicySummary;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyType;

/** {@code aws_cloudfront_response_headers_policy}: the headers that responses get and lose. */
public final class CloudfrontResponseHeadersPolicy
    implements ListedType<ResponseHeadersPolicySummary> {

  @Override
  public String name() {
    return "aws_cloudfront_response_headers_policy";
  }

  @Override
  public String action() {
    return "cloudfront:ListResponseHeadersPolicies";
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(CloudFront.ETAG, "etag");
  }

  @Override
  public Page<ResponseHeadersPolicySummary> page(CloudFrontClient client, @Nullable String marker) {
    var list =
        client
            .listResponseHeadersPolicies(r -> r.maxItems(CloudFront.PAGE).marker(marker))
            .responseHeadersPolicyList();
    return new Page<>(list.items(), list.nextMarker());
  }

  @Override
  public String id(ResponseHeadersPolicySummary listed) {
    return listed.responseHeadersPolicy().id();
  }

  @Override
  public boolean own(ResponseHeadersPolicySummary listed) {
    return listed.type() != ResponseHeadersPolicyType.MANAGED;
  }

  @Override
  public void read(ResponseHeadersPolicySummary listed, AwsScope scope, Attributes into) {
    into.from(listed.responseHeadersPolicy().responseHeadersPolicyConfig())
        .put("arn", CloudFront.arn(scope, "response-headers-policy/" + id(listed)));
  }
}
