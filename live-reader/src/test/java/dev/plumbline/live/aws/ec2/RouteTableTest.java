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
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;

final class RouteTableTest {

  private static final RecordedResource RECORDED =
      recorded("aws_route_table", Map.of("id", Value.of("rtb-1")));

  private final FakeNetwork ec2 = new FakeNetwork();
  private final dev.plumbline.live.aws.ec2.RouteTable type =
      new dev.plumbline.live.aws.ec2.RouteTable();

  @Test
  void reads_a_table_and_the_routes_that_can_be_written() {
    ec2.answering("describeRouteTables", tables(table()));
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("arn", Value.of("arn:aws:ec2:us-east-1:123456789012:route-table/rtb-1"))
        .containsEntry("vpc_id", Value.of("vpc-1"))
        .containsEntry("propagating_vgws", Value.of(List.of(Value.of("vgw-1"))))
        .containsEntry("tags_all", FakeNetwork.TAGS_ALL);
    assertThat(RouteBlocks.parts(ec2.found(type, RECORDED).at("route")))
        .containsExactly(
            part("cidr_block", "0.0.0.0/0", "nat_gateway_id", "nat-1"),
            part("ipv6_cidr_block", "::/0", "egress_only_gateway_id", "eigw-1"),
            part("cidr_block", "10.9.0.0/16", "vpc_endpoint_id", "vpce-9"));
  }

  @Test
  void what_a_route_resource_owns_has_the_form_of_a_block() {
    assertThat(
            RouteBlocks.ofRoute(
                Value.of(
                    Map.of(
                        "destination_ipv6_cidr_block", Value.of("::/0"),
                        "egress_only_gateway_id", Value.of("eigw-1"),
                        "instance_id", Value.of("i-1"),
                        "state", Value.of("active")))))
        .containsExactly(part("ipv6_cidr_block", "::/0", "egress_only_gateway_id", "eigw-1"));
  }

  @Test
  void a_route_to_an_interface_that_a_service_runs_is_not_the_tables() {
    Route own =
        Route.builder().destinationCidrBlock("10.1.0.0/16").networkInterfaceId("eni-1").build();
    Route services =
        own.toBuilder().destinationCidrBlock("10.2.0.0/16").networkInterfaceId("eni-2").build();
    ec2.answering("describeRouteTables", tables(table().toBuilder().routes(own, services).build()))
        .answering(
            "describeNetworkInterfaces",
            DescribeNetworkInterfacesResponse.builder()
                .networkInterfaces(
                    interfaceOf("eni-1", FakeNetwork.ACCOUNT), interfaceOf("eni-2", "amazon-aws"))
                .build());

    assertThat(RouteBlocks.parts(ec2.found(type, RECORDED).at("route")))
        .containsExactly(part("cidr_block", "10.1.0.0/16", "network_interface_id", "eni-1"));
  }

  @Test
  void the_tag_that_fsx_writes_does_not_count() {
    ec2.answering(
        "describeRouteTables",
        tables(table().toBuilder().tags(FakeEc2.tag("AmazonFSx", "fs-1")).build()));

    assertThat(ec2.found(type, RECORDED).at("tags_all").isEmpty()).isTrue();
  }

  @Test
  void a_table_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denying("describeRouteTables");

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void main_tables_and_tables_of_other_accounts_are_never_unmanaged() {
    ec2.answering(
        "describeRouteTables",
        tables(
            table(),
            table().toBuilder().routeTableId("rtb-2").associations(a -> a.main(true)).build(),
            table().toBuilder().routeTableId("rtb-3").ownerId("999999999999").build()));

    assertThat(ec2.discover(type)).containsExactly("rtb-1");
  }

  @Test
  void a_networks_own_table_is_read_the_same_way() {
    DefaultRouteTable defaults = new DefaultRouteTable();
    RecordedResource own = recorded(defaults.name(), Map.of("id", Value.of("rtb-1")));
    ec2.answering("describeRouteTables", tables(table()));
    assertComplete(defaults.name(), ec2.found(defaults, own));

    assertThat(ec2.found(defaults, own).entries())
        .containsEntry("default_route_table_id", Value.of("rtb-1"));
    assertThat(ec2.discover(defaults)).isEmpty();
  }

  private static DescribeRouteTablesResponse tables(RouteTable... tables) {
    return DescribeRouteTablesResponse.builder().routeTables(tables).build();
  }

  private static RouteTable table() {
    return RouteTable.builder()
        .routeTableId("rtb-1")
        .vpcId("vpc-1")
        .ownerId(FakeNetwork.ACCOUNT)
        .propagatingVgws(v -> v.gatewayId("vgw-1"))
        .tags(FakeNetwork.TAGS)
        .routes(
            r -> r.destinationCidrBlock("10.0.0.0/16").gatewayId("local"),
            r -> r.destinationCidrBlock("169.254.171.0/24").gatewayId("VpcLattice"),
            r -> r.destinationCidrBlock("0.0.0.0/0").natGatewayId("nat-1"),
            r -> r.destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId("eigw-1"),
            r -> r.destinationCidrBlock("10.9.0.0/16").gatewayId("vpce-9"),
            r -> r.destinationPrefixListId("pl-1").gatewayId("vpce-1"),
            r ->
                r.destinationCidrBlock("10.8.0.0/16")
                    .gatewayId("vgw-1")
                    .origin("EnableVgwRoutePropagation"))
        .build();
  }

  private static NetworkInterface interfaceOf(String id, String runner) {
    return NetworkInterface.builder()
        .networkInterfaceId(id)
        .ownerId(FakeNetwork.ACCOUNT)
        .attachment(a -> a.instanceOwnerId(runner))
        .build();
  }

  private static Value part(String destination, String block, String target, String id) {
    return Value.of(Map.of(destination, Value.of(block), target, Value.of(id)));
  }
}
