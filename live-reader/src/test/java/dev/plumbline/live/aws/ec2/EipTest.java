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
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;

final class EipTest {

  private static final RecordedResource RECORDED =
      recorded(
          "aws_eip",
          Map.of(
              "id", Value.of("eipalloc-1"), "private_dns", Value.of("ip-10-0-0-1.ec2.internal")));

  private final FakeNetwork ec2 = new FakeNetwork();
  private final Eip type = new Eip();

  @Test
  void reads_an_address_and_the_names_that_go_with_it() {
    ec2.answering("describeAddresses", addresses(address()))
        .answering(
            "describeAddressesAttribute",
            DescribeAddressesAttributeResponse.builder()
                .addresses(a -> a.allocationId("eipalloc-1").ptrRecord("mail.example.com."))
                .build());
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("arn", Value.of("arn:aws:ec2:us-east-1:123456789012:elastic-ip/eipalloc-1"))
        .containsEntry("allocation_id", Value.of("eipalloc-1"))
        .containsEntry("association_id", Value.of("eipassoc-1"))
        .containsEntry("domain", Value.of("vpc"))
        .containsEntry("vpc", Value.of(true))
        .containsEntry("instance", Value.of("i-1"))
        .containsEntry("network_interface", Value.of("eni-1"))
        .containsEntry("network_border_group", Value.of("us-east-1"))
        .containsEntry("public_ipv4_pool", Value.of("ipam-pool-1"))
        .containsEntry("ipam_pool_id", Value.of("ipam-pool-1"))
        .containsEntry("private_ip", Value.of("10.0.0.4"))
        .containsEntry("private_dns", Value.of("ip-10-0-0-4.ec2.internal"))
        .containsEntry("public_ip", Value.of("198.51.100.4"))
        .containsEntry("public_dns", Value.of("ec2-198-51-100-4.compute-1.amazonaws.com"))
        .containsEntry("ptr_record", Value.of("mail.example.com"))
        .containsEntry("carrier_ip", Value.none())
        .containsEntry("customer_owned_ip", Value.none())
        .containsEntry("tags_all", FakeNetwork.TAGS_ALL);
  }

  @Test
  void one_that_nothing_uses_keeps_the_name_the_provider_never_takes_back() {
    ec2.answering(
        "describeAddresses",
        addresses(Address.builder().allocationId("eipalloc-1").domain("vpc").build()));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("private_ip", Value.none())
        .containsEntry("network_interface", Value.none())
        .containsEntry("private_dns", Value.of("ip-10-0-0-1.ec2.internal"));
  }

  @Test
  void what_a_nat_gateway_of_the_same_state_did_with_it_later_is_no_drift() {
    ec2.answering("describeAddresses", addresses(address()));
    RecordedResource gateway =
        recorded("aws_nat_gateway", Map.of("allocation_id", Value.of("eipalloc-1")));
    RecordedResource refreshed =
        recorded(
            "aws_eip",
            Map.of("id", Value.of("eipalloc-1"), "network_interface", Value.of("eni-old")));

    assertThat(ec2.found(type, RECORDED, gateway).at("network_interface")).isEqualTo(Value.none());
    assertThat(ec2.found(type, refreshed, gateway).at("network_interface"))
        .isEqualTo(Value.of("eni-1"));
  }

  @Test
  void names_are_only_asked_for_of_addresses_that_exist() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
    assertThat(ec2.calls).containsExactly("describeAddresses");
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.answering("describeAddresses", addresses(address()));
    for (String operation : List.of("describeAddresses", "describeAddressesAttribute")) {
      ec2.denying(operation);

      assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
    }
  }

  @Test
  void addresses_that_a_service_keeps_are_never_unmanaged() {
    ec2.answering(
        "describeAddresses",
        addresses(
            address(),
            address().toBuilder().allocationId("eipalloc-2").serviceManaged("alb").build()));

    assertThat(ec2.discover(type)).containsExactly("eipalloc-1");
  }

  private static DescribeAddressesResponse addresses(Address... addresses) {
    return DescribeAddressesResponse.builder().addresses(addresses).build();
  }

  private static Address address() {
    return Address.builder()
        .allocationId("eipalloc-1")
        .associationId("eipassoc-1")
        .domain("vpc")
        .instanceId("i-1")
        .networkInterfaceId("eni-1")
        .networkBorderGroup("us-east-1")
        .publicIpv4Pool("ipam-pool-1")
        .privateIpAddress("10.0.0.4")
        .publicIp("198.51.100.4")
        .tags(FakeNetwork.TAGS)
        .build();
  }
}
