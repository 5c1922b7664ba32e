package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** The three switches of a network that EC2 answers one a call. */
record VpcSwitches(boolean dnsHostnames, boolean dnsSupport, boolean addressUsageMetrics) {

  static final String ACTION = "ec2:DescribeVpcAttribute";

  private static final List<VpcAttributeName> NAMES =
      List.of(
          VpcAttributeName.ENABLE_DNS_HOSTNAMES,
          VpcAttributeName.ENABLE_DNS_SUPPORT,
          VpcAttributeName.ENABLE_NETWORK_ADDRESS_USAGE_METRICS);

  static VpcSwitches of(AwsScope scope, String id) {
    List<DescribeVpcAttributeResponse> answers =
        scope.forAll(
            NAMES,
            name ->
                scope.call(
                    ACTION,
                    () ->
                        Ec2.client(scope).describeVpcAttribute(r -> r.vpcId(id).attribute(name))));
    return new VpcSwitches(
        on(answers.get(0).enableDnsHostnames()),
        on(answers.get(1).enableDnsSupport()),
        on(answers.get(2).enableNetworkAddressUsageMetrics()));
  }

  Attributes putInto(Attributes attributes) {
    Map.of(
            "enable_dns_hostnames", dnsHostnames,
            "enable_dns_support", dnsSupport,
            "enable_network_address_usage_metrics", addressUsageMetrics)
        .forEach(attributes::put);
    return attributes;
  }

  private static boolean on(@Nullable AttributeBooleanValue answer) {
    return answer != null && Boolean.TRUE.equals(answer.value());
  }
}
