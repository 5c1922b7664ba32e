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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.NatGateway;

final class NatGatewayTest {

  private static final RecordedResource RECORDED =
      recorded("aws_nat_gateway", Map.of("id", Value.of("nat-1")));

  private final FakeNetwork ec2 = new FakeNetwork();
  private final dev.plumbline.live.aws.ec2.NatGateway type =
      new dev.plumbline.live.aws.ec2.NatGateway();

  @Test
  void reads_a_gateway_its_primary_address_and_the_others() {
    ec2.answering("describeNatGateways", gateways(gateway()));
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("connectivity_type", Value.of("public"))
        .containsEntry("subnet_id", Value.of("subnet-1"))
        .containsEntry("allocation_id", Value.of("eipalloc-1"))
        .containsEntry("association_id", Value.of("eipassoc-1"))
        .containsEntry("network_interface_id", Value.of("eni-1"))
        .containsEntry("private_ip", Value.of("10.0.0.4"))
        .containsEntry("public_ip", Value.of("198.51.100.4"))
        .containsEntry("secondary_allocation_ids", Value.of(List.of(Value.of("eipalloc-2"))))
        .containsEntry("secondary_private_ip_addresses", Value.of(List.of(Value.of("10.0.0.5"))))
        .containsEntry("secondary_private_ip_address_count", Value.of(1))
        .containsEntry("tags_all", FakeNetwork.TAGS_ALL);
  }

  @Test
  void a_single_address_is_the_primary_one() {
    ec2.answering(
        "describeNatGateways",
        gateways(gateway().toBuilder().natGatewayAddresses(a -> a.privateIp("10.0.0.9")).build()));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("private_ip", Value.of("10.0.0.9"))
        .containsEntry("secondary_private_ip_address_count", Value.of(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "deleting"})
  void one_in_transition_is_unreadable(String state) {
    ec2.answering("describeNatGateways", gateways(gateway().toBuilder().state(state).build()));

    assertThat(ec2.observe(type, RECORDED))
        .isEqualTo(
            new Observation.Unreadable(
                "ec2:DescribeNatGateways",
                "in transition (%s); read again later.".formatted(state)));
  }

  @Test
  void one_that_is_still_listed_as_deleted_is_gone_and_never_unmanaged() {
    ec2.answering("describeNatGateways", gateways(gateway().toBuilder().state("deleted").build()));

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
    assertThat(ec2.discover(type)).isEmpty();
  }

  @Test
  void a_gateway_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denying("describeNatGateways");

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  private static DescribeNatGatewaysResponse gateways(NatGateway... gateways) {
    return DescribeNatGatewaysResponse.builder().natGateways(gateways).build();
  }

  private static NatGateway gateway() {
    return NatGateway.builder()
        .natGatewayId("nat-1")
        .state("available")
        .connectivityType("public")
        .subnetId("subnet-1")
        .tags(FakeNetwork.TAGS)
        .natGatewayAddresses(
            a -> a.allocationId("eipalloc-2").privateIp("10.0.0.5").isPrimary(false),
            a ->
                a.allocationId("eipalloc-1")
                    .associationId("eipassoc-1")
                    .networkInterfaceId("eni-1")
                    .privateIp("10.0.0.4")
                    .publicIp("198.51.100.4")
                    .isPrimary(true))
        .build();
  }
}
