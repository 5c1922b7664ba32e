package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.InternetGateway;

final class InternetGatewayTest {

  private static final RecordedResource RECORDED =
      recorded("aws_internet_gateway", Map.of("id", Value.of("igw-1")));

  private final FakeNetwork ec2 = new FakeNetwork();
  private final dev.plumbline.live.aws.ec2.InternetGateway type =
      new dev.plumbline.live.aws.ec2.InternetGateway();

  @Test
  void reads_a_gateway_attached_and_detached() {
    ec2.answering("describeInternetGateways", gateways(gateway("igw-1", "vpc-1")));
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("arn", Value.of("arn:aws:ec2:us-east-1:123456789012:internet-gateway/igw-1"))
        .containsEntry("owner_id", Value.of(FakeNetwork.ACCOUNT))
        .containsEntry("vpc_id", Value.of("vpc-1"))
        .containsEntry("tags_all", FakeNetwork.TAGS_ALL);
    ec2.answering(
        "describeInternetGateways",
        gateways(gateway("igw-1", "").toBuilder().attachments(List.of()).build()));
    assertThat(ec2.found(type, RECORDED).entries()).containsEntry("vpc_id", Value.none());
  }

  @Test
  void a_gateway_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denying("describeInternetGateways");

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void the_default_networks_gateway_is_never_unmanaged() {
    ec2.answering(
            "describeInternetGateways",
            gateways(gateway("igw-1", "vpc-1"), gateway("igw-2", "vpc-default")))
        .answering(
            "describeVpcs",
            DescribeVpcsResponse.builder()
                .vpcs(v -> v.vpcId("vpc-1"), v -> v.vpcId("vpc-default").isDefault(true))
                .build());

    assertThat(ec2.discover(type)).containsExactly("igw-1");
  }

  private static DescribeInternetGatewaysResponse gateways(InternetGateway... gateways) {
    return DescribeInternetGatewaysResponse.builder().internetGateways(gateways).build();
  }

  private static InternetGateway gateway(String id, String network) {
    return InternetGateway.builder()
        .internetGatewayId(id)
        .ownerId(FakeNetwork.ACCOUNT)
        .attachments(a -> a.vpcId(network).state("available"))
        .tags(FakeNetwork.TAGS)
        .build();
  }
}
