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
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;

final class VpcTest {

  private static final RecordedResource RECORDED = network("");

  private final FakeEc2 ec2 = new FakeEc2();
  private final dev.plumbline.live.aws.ec2.Vpc type = new dev.plumbline.live.aws.ec2.Vpc();

  @Test
  void reads_a_network_its_switches_and_its_defaults() {
    ec2.networks.add(vpc());
    ec2.groups.add(SecurityGroupTest.group("sg-default", "default"));
    ec2.dnsHostnames = true;
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("id", Value.of("vpc-1"))
        .containsEntry("arn", Value.of("arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1"))
        .containsEntry("cidr_block", Value.of("10.0.0.0/16"))
        .containsEntry("instance_tenancy", Value.of("default"))
        .containsEntry("dhcp_options_id", Value.of("dopt-1"))
        .containsEntry("enable_dns_hostnames", Value.of(true))
        .containsEntry("enable_dns_support", Value.of(true))
        .containsEntry("enable_network_address_usage_metrics", Value.of(false))
        .containsEntry("main_route_table_id", Value.of("rtb-main"))
        .containsEntry("default_route_table_id", Value.of("rtb-main"))
        .containsEntry("default_network_acl_id", Value.of("acl-default"))
        .containsEntry("default_security_group_id", Value.of("sg-default"))
        .containsEntry("ipv6_cidr_block", Value.none())
        .containsEntry("tags_all", Value.of(Map.of("Name", Value.of("main"))));
  }

  @Test
  void listings_of_defaults_are_asked_for_once_for_all_networks() {
    ec2.networks.addAll(List.of(vpc(), vpc().toBuilder().vpcId("vpc-2").build()));

    ec2.found(type, RECORDED, recorded("aws_vpc", Map.of("id", Value.of("vpc-2"))));

    assertThat(ec2.calls)
        .filteredOn(call -> !call.equals("DescribeVpcAttribute"))
        .containsExactlyInAnyOrder(
            "DescribeVpcs", "DescribeSecurityGroups", "DescribeRouteTables", "DescribeNetworkAcls");
  }

  @Test
  void the_recorded_ipv6_block_is_the_networks_own_else_the_last() {
    ec2.networks.add(
        vpc().toBuilder()
            .ipv6CidrBlockAssociationSet(
                block("first", "Amazon", VpcCidrBlockStateCode.ASSOCIATED),
                block("second", "ipam-pool-1", VpcCidrBlockStateCode.ASSOCIATED),
                block("third", "Amazon", VpcCidrBlockStateCode.DISASSOCIATED))
            .build());

    assertThat(ec2.found(type, network("first")).entries())
        .containsEntry("ipv6_association_id", Value.of("first"))
        .containsEntry("assign_generated_ipv6_cidr_block", Value.of(true))
        .containsEntry("ipv6_ipam_pool_id", Value.none())
        .containsEntry("ipv6_netmask_length", Value.none());
    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("ipv6_association_id", Value.of("second"))
        .containsEntry("assign_generated_ipv6_cidr_block", Value.of(false))
        .containsEntry("ipv6_ipam_pool_id", Value.of("ipam-pool-1"))
        .containsEntry("ipv6_netmask_length", Value.of(56));
  }

  @Test
  void a_network_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DescribeVpcs", "DescribeVpcAttribute", "DescribeRouteTables"})
  void access_denied_is_unreadable_never_gone(String operation) {
    ec2.networks.add(vpc());
    ec2.denied = operation;

    assertThat(ec2.observe(type, RECORDED))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            it -> assertThat(it.action()).isEqualTo("ec2:" + operation));
  }

  @Test
  void the_default_network_is_never_unmanaged() {
    ec2.networks.addAll(List.of(vpc(), vpc().toBuilder().vpcId("vpc-2").isDefault(true).build()));

    assertThat(ec2.discover(type)).containsExactly("vpc-1");
  }

  private static RecordedResource network(String association) {
    return recorded(
        "aws_vpc", Map.of("id", Value.of("vpc-1"), "ipv6_association_id", Value.of(association)));
  }

  private static Vpc vpc() {
    return Vpc.builder()
        .vpcId("vpc-1")
        .ownerId(FakeEc2.ACCOUNT)
        .cidrBlock("10.0.0.0/16")
        .instanceTenancy("default")
        .dhcpOptionsId("dopt-1")
        .tags(FakeEc2.tag("Name", "main"))
        .build();
  }

  private static VpcIpv6CidrBlockAssociation block(
      String id, String pool, VpcCidrBlockStateCode state) {
    return VpcIpv6CidrBlockAssociation.builder()
        .associationId(id)
        .ipv6CidrBlock("2001:db8::/56")
        .ipv6Pool(pool)
        .ipv6CidrBlockState(s -> s.state(state))
        .build();
  }
}
