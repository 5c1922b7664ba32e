package dev.plumbline.live.aws.rds;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;

final class DbSubnetGroupTest {

  private final RdsAccount rds = new RdsAccount();

  @Test
  void reads_a_group_under_terraforms_own_names() {
    rds.subnetGroups.add(group("private"));

    Value.Mapping attributes = found(observe());

    assertComplete("aws_db_subnet_group", attributes);
    assertThat(attributes.at("name")).isEqualTo(Value.of("private"));
    assertThat(attributes.at("description")).isEqualTo(Value.of("inside"));
    assertThat(attributes.at("vpc_id")).isEqualTo(Value.of("vpc-1"));
    assertThat(attributes.at("subnet_ids").items())
        .containsExactly(Value.of("subnet-1"), Value.of("subnet-2"));
    assertThat(attributes.at("supported_network_types").items()).containsExactly(Value.of("IPV4"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_group_that_the_listing_lacks_is_gone() {
    rds.subnetGroups.add(group("another"));

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    rds.failure = "AccessDenied";

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("rds:DescribeDBSubnetGroups"));
  }

  @Test
  void discovers_all_but_awss_default() {
    rds.subnetGroups.add(group("private"));
    rds.subnetGroups.add(group("default"));

    assertThat(FakeScope.discover(new DbSubnetGroup(), Map.of(RdsClient.class, rds)))
        .containsExactly("private");
  }

  private Observation observe() {
    return FakeScope.observe(
            new DbSubnetGroup(),
            Map.of(RdsClient.class, rds),
            recorded("aws_db_subnet_group", Map.of("id", Value.of("private"))))
        .getFirst();
  }

  private static DBSubnetGroup group(String name) {
    return DBSubnetGroup.builder()
        .dbSubnetGroupName(name)
        .dbSubnetGroupDescription("inside")
        .dbSubnetGroupArn("arn:" + name)
        .vpcId("vpc-1")
        .supportedNetworkTypes("IPV4")
        .subnets(s -> s.subnetIdentifier("subnet-1"), s -> s.subnetIdentifier("subnet-2"))
        .build();
  }
}
