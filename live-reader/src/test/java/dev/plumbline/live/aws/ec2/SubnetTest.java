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
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;

final class SubnetTest {

  private static final RecordedResource RECORDED =
      recorded("aws_subnet", Map.of("id", Value.of("subnet-1")));

  private final FakeEc2 ec2 = new FakeEc2();
  private final dev.plumbline.live.aws.ec2.Subnet type = new dev.plumbline.live.aws.ec2.Subnet();

  @Test
  void reads_a_subnet_under_terraforms_own_names() {
    ec2.subnets.add(subnet());
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("id", Value.of("subnet-1"))
        .containsEntry("arn", Value.of("arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1"))
        .containsEntry("cidr_block", Value.of("10.0.1.0/24"))
        .containsEntry("availability_zone_id", Value.of("use1-az6"))
        .containsEntry("map_public_ip_on_launch", Value.of(true))
        .containsEntry("enable_dns64", Value.none())
        .containsEntry("private_dns_hostname_type_on_launch", Value.of("ip-name"))
        .containsEntry("enable_resource_name_dns_a_record_on_launch", Value.of(true))
        .containsEntry("enable_resource_name_dns_aaaa_record_on_launch", Value.none())
        .containsEntry("tags_all", Value.of(Map.of("Name", Value.of("a"))))
        .doesNotContainKey("tags");
  }

  @Test
  void only_an_associated_ipv6_block_counts() {
    ec2.subnets.add(
        subnet().toBuilder()
            .ipv6CidrBlockAssociationSet(
                block("old", SubnetCidrBlockStateCode.DISASSOCIATED),
                block("new", SubnetCidrBlockStateCode.ASSOCIATED))
            .build());

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("ipv6_cidr_block_association_id", Value.of("new"))
        .containsEntry("ipv6_cidr_block", Value.of("2001:db8::/64"));
    ec2.subnets.set(0, subnet());
    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("ipv6_cidr_block_association_id", Value.none());
  }

  @Test
  void a_subnet_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denied = "DescribeSubnets";

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void default_subnets_and_subnets_that_another_account_shares_are_never_unmanaged() {
    ec2.subnets.addAll(
        List.of(
            subnet(),
            subnet().toBuilder().subnetId("subnet-2").defaultForAz(true).build(),
            subnet().toBuilder().subnetId("subnet-3").ownerId("999999999999").build()));

    assertThat(ec2.discover(type)).containsExactly("subnet-1");
  }

  private static Subnet subnet() {
    return Subnet.builder()
        .subnetId("subnet-1")
        .subnetArn("arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1")
        .vpcId("vpc-1")
        .ownerId(FakeEc2.ACCOUNT)
        .cidrBlock("10.0.1.0/24")
        .availabilityZoneId("use1-az6")
        .mapPublicIpOnLaunch(true)
        .privateDnsNameOptionsOnLaunch(
            o -> o.hostnameType("ip-name").enableResourceNameDnsARecord(true))
        .tags(FakeEc2.tag("Name", "a"))
        .build();
  }

  private static SubnetIpv6CidrBlockAssociation block(String id, SubnetCidrBlockStateCode state) {
    return SubnetIpv6CidrBlockAssociation.builder()
        .associationId(id)
        .ipv6CidrBlock("2001:db8::/64")
        .ipv6CidrBlockState(s -> s.state(state))
        .build();
  }
}
