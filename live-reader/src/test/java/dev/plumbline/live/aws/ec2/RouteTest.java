package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;

final class RouteTest {

  private static final RecordedResource RECORDED =
      route("destination_ipv6_cidr_block", "2001:db8::/32");

  private final FakeNetwork ec2 = new FakeNetwork();
  private final Route type = new Route();

  @Test
  void reads_a_route_found_by_its_table_and_destination_however_that_is_spelt() {
    ec2.answering("describeRouteTables", table());
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("id", Value.of("r-rtb-11"))
        .containsEntry("route_table_id", Value.of("rtb-1"))
        .containsEntry("destination_ipv6_cidr_block", Value.of("2001:db8::/32"))
        .containsEntry("egress_only_gateway_id", Value.of("eigw-1"))
        .containsEntry("origin", Value.of("CreateRoute"))
        .containsEntry("state", Value.of("blackhole"))
        .containsEntry("gateway_id", Value.none())
        .containsEntry("nat_gateway_id", Value.none());
  }

  @Test
  void an_endpoint_is_told_apart_from_a_gateway() {
    ec2.answering("describeRouteTables", table());

    assertThat(ec2.found(type, route("destination_cidr_block", "10.9.0.0/16")).entries())
        .containsEntry("vpc_endpoint_id", Value.of("vpce-9"))
        .containsEntry("gateway_id", Value.none());
  }

  @Test
  void a_route_that_its_table_lacks_is_gone_and_so_is_one_whose_table_is() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
    ec2.answering("describeRouteTables", table());

    assertThat(ec2.observe(type, route("destination_prefix_list_id", "pl-1")))
        .isEqualTo(new Observation.Gone("rtb-1, in ec2:DescribeRouteTables, has no route to pl-1"));
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denying("describeRouteTables");

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void a_state_that_names_no_table_or_destination_cannot_show_that_the_route_is_gone() {
    ec2.answering("describeRouteTables", table());

    assertThat(ec2.observe(type, recorded("aws_route", Map.of("id", Value.of("r-1")))))
        .isInstanceOf(Observation.Unreadable.class);
    assertThat(ec2.observe(type, route("origin", "CreateRoute")))
        .isInstanceOf(Observation.Unreadable.class);
  }

  private static DescribeRouteTablesResponse table() {
    return DescribeRouteTablesResponse.builder()
        .routeTables(
            t ->
                t.routeTableId("rtb-1")
                    .routes(
                        r -> r.destinationCidrBlock("10.9.0.0/16").gatewayId("vpce-9"),
                        r ->
                            r.destinationIpv6CidrBlock("2001:DB8:0::/32")
                                .egressOnlyInternetGatewayId("eigw-1")
                                .origin("CreateRoute")
                                .state("blackhole")))
        .build();
  }

  private static RecordedResource route(String destination, String block) {
    return recorded(
        "aws_route",
        Map.of(
            "id",
            Value.of("r-rtb-11"),
            "route_table_id",
            Value.of("rtb-1"),
            destination,
            Value.of(block)));
  }
}
