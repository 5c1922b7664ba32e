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
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribePrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

final class VpcEndpointTest {

  private static final RecordedResource RECORDED =
      recorded("aws_vpc_endpoint", Map.of("id", Value.of("vpce-1")));

  private final FakeNetwork ec2 =
      new FakeNetwork()
          .answering(
              "describeNetworkInterfaces",
              DescribeNetworkInterfacesResponse.builder()
                  .networkInterfaces(
                      i ->
                          i.networkInterfaceId("eni-1")
                              .privateIpAddress("10.0.0.4")
                              .ipv6Address("2001:db8::4")
                              .subnetId("subnet-1"))
                  .build())
          .answering(
              "describePrefixLists",
              DescribePrefixListsResponse.builder()
                  .prefixLists(
                      p ->
                          p.prefixListName("com.amazonaws.us-east-1.s3")
                              .prefixListId("pl-1")
                              .cidrs("52.216.0.0/15"))
                  .build());
  private final dev.plumbline.live.aws.ec2.VpcEndpoint type =
      new dev.plumbline.live.aws.ec2.VpcEndpoint();

  @Test
  void reads_an_endpoint_its_interfaces_and_its_services_addresses() {
    ec2.answering("describeVpcEndpoints", endpoints(endpoint()));
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("arn", Value.of("arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-1"))
        .containsEntry("service_name", Value.of("com.amazonaws.us-east-1.s3"))
        .containsEntry("vpc_endpoint_type", Value.of("Interface"))
        .containsEntry("state", Value.of("available"))
        .containsEntry("policy", Value.of("{}"))
        .containsEntry("prefix_list_id", Value.of("pl-1"))
        .containsEntry("cidr_blocks", Value.of(List.of(Value.of("52.216.0.0/15"))))
        .containsEntry("security_group_ids", Value.of(List.of(Value.of("sg-1"))))
        .containsEntry("subnet_ids", Value.of(List.of(Value.of("subnet-1"))))
        .containsEntry("route_table_ids", Value.of(List.of(Value.of("rtb-1"))))
        .containsEntry("ip_address_type", Value.of("dualstack"))
        .containsEntry("private_dns_enabled", Value.of(true))
        .containsEntry("requester_managed", Value.of(false))
        .containsEntry("service_region", Value.of("us-east-1"))
        .containsEntry("resource_configuration_arn", Value.none())
        .containsEntry("tags_all", FakeNetwork.TAGS_ALL);
  }

  @Test
  void reads_the_nested_blocks() {
    ec2.answering("describeVpcEndpoints", endpoints(endpoint()));

    Value.Mapping found = ec2.found(type, RECORDED);
    assertThat(found.at("dns_entry").items())
        .containsExactly(
            Value.of(Map.of("dns_name", Value.of("a.vpce"), "hosted_zone_id", Value.of("Z1"))));
    assertThat(found.at("dns_options").items())
        .containsExactly(
            Value.of(
                Map.of(
                    "dns_record_ip_type", Value.of("ipv4"),
                    "private_dns_only_for_inbound_resolver_endpoint", Value.of(true))));
    assertThat(found.at("subnet_configuration").items())
        .containsExactly(
            Value.of(
                Map.of(
                    "ipv4", Value.of("10.0.0.4"),
                    "ipv6", Value.of("2001:db8::4"),
                    "subnet_id", Value.of("subnet-1"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pending", "deleting"})
  void one_in_transition_is_unreadable(String state) {
    ec2.answering("describeVpcEndpoints", endpoints(in(state)));

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void one_whose_interface_is_not_listed_is_unreadable() {
    ec2.answering(
        "describeVpcEndpoints",
        endpoints(endpoint().toBuilder().networkInterfaceIds("eni-9").build()));

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void one_that_is_still_listed_as_deleted_is_gone_and_one_of_a_service_never_unmanaged() {
    ec2.answering("describeVpcEndpoints", endpoints(in("deleted")));
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
    assertThat(ec2.discover(type)).isEmpty();

    ec2.answering(
        "describeVpcEndpoints",
        endpoints(
            endpoint(),
            endpoint().toBuilder().vpcEndpointId("vpce-2").requesterManaged(true).build()));
    assertThat(ec2.discover(type)).containsExactly("vpce-1");
  }

  @Test
  void an_endpoint_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"describeVpcEndpoints", "describePrefixLists", "describeNetworkInterfaces"})
  void access_denied_is_unreadable_never_gone(String operation) {
    ec2.answering("describeVpcEndpoints", endpoints(endpoint())).denying(operation);

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  private static DescribeVpcEndpointsResponse endpoints(VpcEndpoint... endpoints) {
    return DescribeVpcEndpointsResponse.builder().vpcEndpoints(endpoints).build();
  }

  private static VpcEndpoint in(String state) {
    return endpoint().toBuilder().state(state).build();
  }

  private static VpcEndpoint endpoint() {
    return VpcEndpoint.builder()
        .vpcEndpointId("vpce-1")
        .vpcId("vpc-1")
        .ownerId(FakeNetwork.ACCOUNT)
        .serviceName("com.amazonaws.us-east-1.s3")
        .serviceRegion("us-east-1")
        .vpcEndpointType("Interface")
        .state("available")
        .policyDocument("{}")
        .ipAddressType("dualstack")
        .privateDnsEnabled(true)
        .requesterManaged(false)
        .routeTableIds("rtb-1")
        .subnetIds("subnet-1")
        .networkInterfaceIds("eni-1")
        .groups(g -> g.groupId("sg-1").groupName("endpoints"))
        .dnsEntries(d -> d.dnsName("a.vpce").hostedZoneId("Z1"))
        .dnsOptions(d -> d.dnsRecordIpType("ipv4").privateDnsOnlyForInboundResolverEndpoint(true))
        .tags(FakeNetwork.TAGS)
        .build();
  }
}
