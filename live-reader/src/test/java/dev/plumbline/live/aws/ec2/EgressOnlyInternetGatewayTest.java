package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeEgressOnlyInternetGatewaysResponse;

final class EgressOnlyInternetGatewayTest {

  private static final RecordedResource RECORDED =
      recorded("aws_egress_only_internet_gateway", Map.of("id", Value.of("eigw-1")));

  private final FakeNetwork ec2 = new FakeNetwork();
  private final EgressOnlyInternetGateway type = new EgressOnlyInternetGateway();

  @Test
  void reads_a_gateway_that_only_an_attached_network_counts_for() {
    ec2.answering("describeEgressOnlyInternetGateways", gateway("attached"));
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("id", Value.of("eigw-1"))
        .containsEntry("vpc_id", Value.of("vpc-1"))
        .containsEntry("tags_all", FakeNetwork.TAGS_ALL);
    ec2.answering("describeEgressOnlyInternetGateways", gateway("detaching"));
    assertThat(ec2.found(type, RECORDED).at("vpc_id")).isEqualTo(Value.none());
  }

  @Test
  void a_gateway_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denying("describeEgressOnlyInternetGateways");

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void every_gateway_is_discovered() {
    ec2.answering("describeEgressOnlyInternetGateways", gateway("attached"));

    assertThat(ec2.discover(type)).containsExactly("eigw-1");
  }

  private static DescribeEgressOnlyInternetGatewaysResponse gateway(String state) {
    return DescribeEgressOnlyInternetGatewaysResponse.builder()
        .egressOnlyInternetGateways(
            g ->
                g.egressOnlyInternetGatewayId("eigw-1")
                    .attachments(a -> a.vpcId("vpc-1").state(state))
                    .tags(FakeNetwork.TAGS))
        .build();
  }
}
