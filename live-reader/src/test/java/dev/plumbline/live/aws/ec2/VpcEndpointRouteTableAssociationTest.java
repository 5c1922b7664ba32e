package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;

final class VpcEndpointRouteTableAssociationTest {

  private static final RecordedResource RECORDED = association("vpce-1", "rtb-1");

  private final FakeNetwork ec2 =
      new FakeNetwork()
          .answering(
              "describeVpcEndpoints",
              DescribeVpcEndpointsResponse.builder()
                  .vpcEndpoints(e -> e.vpcEndpointId("vpce-1").routeTableIds("rtb-1"))
                  .build());
  private final VpcEndpointRouteTableAssociation type = new VpcEndpointRouteTableAssociation();

  @Test
  void it_is_there_where_its_endpoint_lists_its_table() {
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("id", Value.of("a-1"))
        .containsEntry("vpc_endpoint_id", Value.of("vpce-1"))
        .containsEntry("route_table_id", Value.of("rtb-1"));
  }

  @Test
  void it_is_gone_where_its_endpoint_is_or_no_longer_lists_its_table() {
    assertThat(ec2.observe(type, association("vpce-1", "rtb-2")))
        .isEqualTo(new Observation.Gone("vpce-1, in ec2:DescribeVpcEndpoints, is not in rtb-2"));
    assertThat(ec2.observe(type, association("vpce-2", "rtb-1")))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denying("describeVpcEndpoints");

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void import_takes_both_ids() {
    assertThat(type.importIds(RECORDED)).containsExactly("vpce-1/rtb-1");
  }

  private static RecordedResource association(String endpoint, String table) {
    return recorded(
        "aws_vpc_endpoint_route_table_association",
        Map.of(
            "id", Value.of("a-1"),
            "vpc_endpoint_id", Value.of(endpoint),
            "route_table_id", Value.of(table)));
  }
}
