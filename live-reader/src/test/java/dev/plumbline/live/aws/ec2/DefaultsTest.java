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
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;

/** What an account and a network come with, where code has taken it over. */
final class DefaultsTest {

  private static final RecordedResource GROUP =
      recorded("aws_default_security_group", Map.of("id", Value.of("sg-1")));
  private static final RecordedResource NETWORK =
      recorded("aws_default_vpc", Map.of("id", Value.of("vpc-1")));

  private final FakeNetwork ec2 = new FakeNetwork();
  private final DefaultSecurityGroup group = new DefaultSecurityGroup();
  private final DefaultVpc network = new DefaultVpc();

  @Test
  void reads_a_networks_own_group_as_any_other() {
    ec2.answering(
        "describeSecurityGroups",
        DescribeSecurityGroupsResponse.builder()
            .securityGroups(SecurityGroupTest.group("sg-1", "default"))
            .build());
    assertComplete(group.name(), ec2.found(group, GROUP));

    assertThat(ec2.found(group, GROUP).at("name")).isEqualTo(Value.of("default"));
    assertThat(RuleAtoms.ofBlocks(ec2.found(group, GROUP).at("ingress"))).isNotEmpty();
    assertThat(ec2.discover(group)).isEmpty();
  }

  @Test
  void reads_the_default_network_as_any_other() {
    ec2.answering(
            "describeVpcs",
            DescribeVpcsResponse.builder()
                .vpcs(
                    v ->
                        v.vpcId("vpc-1")
                            .isDefault(true)
                            .ownerId(FakeNetwork.ACCOUNT)
                            .cidrBlock("172.31.0.0/16"))
                .build())
        .answering(
            "describeRouteTables",
            DescribeRouteTablesResponse.builder()
                .routeTables(t -> t.routeTableId("rtb-1").vpcId("vpc-1"))
                .build());
    assertComplete(network.name(), ec2.found(network, NETWORK));

    assertThat(ec2.found(network, NETWORK).entries())
        .containsEntry("cidr_block", Value.of("172.31.0.0/16"))
        .containsEntry("main_route_table_id", Value.of("rtb-1"));
    assertThat(ec2.discover(network)).isEmpty();
  }

  @Test
  void one_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(group, GROUP)).isInstanceOf(Observation.Gone.class);
    assertThat(ec2.observe(network, NETWORK)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    assertThat(ec2.denying("describeSecurityGroups").observe(group, GROUP))
        .isInstanceOf(Observation.Unreadable.class);
    assertThat(ec2.denying("describeVpcs").observe(network, NETWORK))
        .isInstanceOf(Observation.Unreadable.class);
  }
}
