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

final class RouteTableAssociationTest {

  private static final RecordedResource RECORDED =
      association("aws_route_table_association", "rtbassoc-1");
  private static final RecordedResource MAIN =
      association("aws_main_route_table_association", "rtbassoc-main");

  private final FakeNetwork ec2 = new FakeNetwork();
  private final RouteTableAssociation type = new RouteTableAssociation();
  private final MainRouteTableAssociation main = new MainRouteTableAssociation();

  @Test
  void reads_a_subnets_and_a_networks_association() {
    ec2.answering("describeRouteTables", table());
    assertComplete(type.name(), ec2.found(type, RECORDED));
    assertComplete(main.name(), ec2.found(main, MAIN));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("id", Value.of("rtbassoc-1"))
        .containsEntry("route_table_id", Value.of("rtb-1"))
        .containsEntry("subnet_id", Value.of("subnet-1"))
        .containsEntry("gateway_id", Value.none());
    assertThat(ec2.found(main, MAIN).at("route_table_id")).isEqualTo(Value.of("rtb-1"));
  }

  @Test
  void one_that_is_not_where_the_state_has_it_is_asked_for_by_its_id_before_it_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
    assertThat(ec2.calls).containsExactly("describeRouteTables", "describeRouteTables");

    ec2.answering(
        "describeRouteTables",
        request ->
            request.toString().contains("association.route-table-association-id")
                ? table()
                : DescribeRouteTablesResponse.builder().build());
    assertThat(ec2.found(type, RECORDED).at("id")).isEqualTo(Value.of("rtbassoc-1"));
  }

  @Test
  void a_disassociated_one_is_gone_and_so_is_a_main_one_that_no_longer_is() {
    ec2.answering("describeRouteTables", table());

    assertThat(ec2.observe(type, association(type.name(), "rtbassoc-old")))
        .isInstanceOf(Observation.Gone.class);
    assertThat(ec2.observe(main, association(main.name(), "rtbassoc-1")))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denying("describeRouteTables");

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
    assertThat(ec2.observe(main, MAIN)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void only_what_somebody_associated_is_discovered_by_the_id_that_import_takes() {
    ec2.answering("describeRouteTables", table());

    assertThat(ec2.discover(type)).containsExactlyInAnyOrder("subnet-1/rtb-1", "igw-1/rtb-1");
    assertThat(ec2.discover(main)).isEmpty();
    assertThat(type.importIds(RECORDED)).containsExactly("subnet-1/rtb-1");
  }

  private static DescribeRouteTablesResponse table() {
    return DescribeRouteTablesResponse.builder()
        .routeTables(
            t ->
                t.routeTableId("rtb-1")
                    .ownerId(FakeNetwork.ACCOUNT)
                    .associations(
                        a ->
                            a.routeTableAssociationId("rtbassoc-1")
                                .routeTableId("rtb-1")
                                .subnetId("subnet-1")
                                .associationState(s -> s.state("associated")),
                        a ->
                            a.routeTableAssociationId("rtbassoc-2")
                                .routeTableId("rtb-1")
                                .gatewayId("igw-1"),
                        a ->
                            a.routeTableAssociationId("rtbassoc-main")
                                .routeTableId("rtb-1")
                                .main(true),
                        a ->
                            a.routeTableAssociationId("rtbassoc-old")
                                .routeTableId("rtb-1")
                                .subnetId("subnet-2")
                                .associationState(s -> s.state("disassociated"))))
        .build();
  }

  private static RecordedResource association(String type, String id) {
    return recorded(
        type,
        Map.of(
            "id", Value.of(id),
            "route_table_id", Value.of("rtb-1"),
            "subnet_id", Value.of("subnet-1")));
  }
}
