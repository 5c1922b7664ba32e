package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkInterface.Builder;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceType;

final class NetworkInterfaceTest {

  private static final RecordedResource RECORDED =
      recorded("aws_network_interface", Map.of("id", Value.of("eni-1")));

  private final FakeMachines ec2 = new FakeMachines();

  @Test
  void reads_an_interface_under_terraforms_own_names() {
    ec2.interfaces.add(
        of("eni-1")
            .description("Spare")
            .ownerId("123456789012")
            .groups(g -> g.groupId("sg-1"))
            .privateIpAddress("10.0.0.5")
            .privateIpAddresses(
                a -> a.privateIpAddress("10.0.0.5").primary(true),
                a -> a.privateIpAddress("10.0.0.6").primary(false))
            .ipv6Addresses(a -> a.ipv6Address("2001:db8::1").isPrimaryIpv6(true))
            .ipv4Prefixes(p -> p.ipv4Prefix("10.0.1.0/28"))
            .tagSet(t -> t.key("Name").value("spare"))
            .build());

    Value.Mapping attributes = found(observe());

    assertComplete("aws_network_interface", attributes);
    assertThat(attributes.at("arn"))
        .isEqualTo(Value.of("arn:aws:ec2:us-east-1:123456789012:network-interface/eni-1"));
    assertThat(attributes.at("private_ips").items()).hasSize(2);
    assertThat(attributes.at("private_ips_count")).isEqualTo(Value.of(1));
    assertThat(attributes.at("ipv6_address_count")).isEqualTo(Value.of(1));
    assertThat(attributes.at("enable_primary_ipv6")).isEqualTo(Value.of(true));
    assertThat(attributes.at("ipv4_prefixes").items()).containsExactly(Value.of("10.0.1.0/28"));
    assertThat(attributes.at("security_groups").items()).containsExactly(Value.of("sg-1"));
    assertThat(attributes.at("attachment").isEmpty()).isTrue();
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("Name", Value.of("spare"))));
  }

  @Test
  void an_attachment_by_hand_is_seen_and_one_by_a_recorded_instance_told_there() {
    ec2.interfaces.add(
        of("eni-1")
            .attachment(a -> a.attachmentId("eni-attach-1").deviceIndex(1).instanceId("i-1"))
            .build());
    Value block = Value.of(Map.of("network_interface_id", Value.of("eni-1")));
    RecordedResource instance =
        recorded(
            "aws_instance",
            Map.of("id", Value.of("i-1"), "network_interface", Value.of(List.of(block))));

    assertThat(found(observe()).at("attachment").items().getFirst().at("instance"))
        .isEqualTo(Value.of("i-1"));
    assertThat(
            found(ec2.observe(new NetworkInterface(), RECORDED, instance))
                .at("attachment")
                .isEmpty())
        .isTrue();
  }

  @Test
  void an_interface_that_the_listing_lacks_is_gone() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.failures.put("DescribeNetworkInterfaces", "UnauthorizedOperation");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void what_services_and_instances_made_for_themselves_is_not_discovered() {
    ec2.interfaces.add(of("eni-1").build());
    ec2.interfaces.add(of("eni-2").requesterManaged(true).build());
    ec2.interfaces.add(of("eni-3").interfaceType(NetworkInterfaceType.NAT_GATEWAY).build());
    ec2.interfaces.add(of("eni-4").attachment(a -> a.instanceId("i-9").deviceIndex(0)).build());

    assertThat(FakeScope.discover(new NetworkInterface(), Map.of(Ec2Client.class, ec2)))
        .containsExactly("eni-1");
  }

  private static Builder of(String id) {
    return software.amazon.awssdk.services.ec2.model.NetworkInterface.builder()
        .networkInterfaceId(id)
        .interfaceType(NetworkInterfaceType.INTERFACE);
  }

  private Observation observe() {
    return ec2.observe(new NetworkInterface(), RECORDED);
  }
}
