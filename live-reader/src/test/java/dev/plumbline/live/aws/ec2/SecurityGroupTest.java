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
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

final class SecurityGroupTest {

  private static final RecordedResource RECORDED =
      recorded("aws_security_group", Map.of("id", Value.of("sg-1")));

  private final FakeEc2 ec2 = new FakeEc2();
  private final dev.plumbline.live.aws.ec2.SecurityGroup type =
      new dev.plumbline.live.aws.ec2.SecurityGroup();

  @Test
  void reads_a_group_under_terraforms_own_names() {
    ec2.groups.add(group("sg-1", "web"));
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("id", Value.of("sg-1"))
        .containsEntry("name", Value.of("web"))
        .containsEntry("vpc_id", Value.of("vpc-1"))
        .containsEntry("owner_id", Value.of(FakeEc2.ACCOUNT))
        .containsEntry("arn", Value.of("arn:aws:ec2:us-east-1:123456789012:security-group/sg-1"))
        .containsEntry("tags_all", Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void every_source_is_a_rule_of_its_own_and_a_foreign_group_names_its_account() {
    ec2.groups.add(group("sg-1", "web"));

    assertThat(RuleAtoms.ofBlocks(ec2.found(type, RECORDED).at("ingress")))
        .extracting(RuleAtoms::words)
        .containsExactly(
            "tcp 443 0.0.0.0/0",
            "tcp 443 10.0.0.0/8",
            "tcp 443 self",
            "tcp 443 sg-2",
            "tcp 443 999999999999/sg-3");
    assertThat(ec2.found(type, RECORDED).at("egress").isEmpty()).isTrue();
  }

  @Test
  void a_group_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denied = "DescribeSecurityGroups";

    assertThat(ec2.observe(type, RECORDED))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            it -> assertThat(it.action()).isEqualTo("ec2:DescribeSecurityGroups"));
  }

  @Test
  void default_groups_and_groups_that_another_account_shares_are_never_unmanaged() {
    ec2.groups.addAll(
        List.of(
            group("sg-1", "web"),
            group("sg-2", "default"),
            group("sg-3", "shared").toBuilder().ownerId("999999999999").build()));

    assertThat(ec2.discover(type)).containsExactly("sg-1");
  }

  @Test
  void rule_resources_of_the_same_state_own_their_rules() {
    assertThat(type.rules().siblings())
        .extracting(sibling -> sibling.attribute() + " " + sibling.type())
        .containsExactlyInAnyOrder(
            "ingress aws_security_group_rule",
            "egress aws_security_group_rule",
            "ingress aws_vpc_security_group_ingress_rule",
            "egress aws_vpc_security_group_egress_rule");
  }

  static SecurityGroup group(String id, String name) {
    return SecurityGroup.builder()
        .groupId(id)
        .groupName(name)
        .vpcId("vpc-1")
        .ownerId(FakeEc2.ACCOUNT)
        .tags(FakeEc2.tag("team", "core"))
        .ipPermissions(
            IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(443)
                .toPort(443)
                .ipRanges(range("0.0.0.0/0", "world"), range("10.0.0.0/8", "vpn"))
                .userIdGroupPairs(
                    pair(id, FakeEc2.ACCOUNT),
                    pair("sg-2", FakeEc2.ACCOUNT),
                    pair("sg-3", "999999999999"))
                .build())
        .build();
  }

  private static IpRange range(String cidr, String description) {
    return IpRange.builder().cidrIp(cidr).description(description).build();
  }

  private static UserIdGroupPair pair(String group, String account) {
    return UserIdGroupPair.builder().groupId(group).userId(account).build();
  }
}
