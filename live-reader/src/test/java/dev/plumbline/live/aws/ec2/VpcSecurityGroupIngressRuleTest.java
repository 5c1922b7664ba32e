package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

final class VpcSecurityGroupIngressRuleTest {

  private final FakeEc2 ec2 = new FakeEc2();
  private final VpcSecurityGroupIngressRule type = new VpcSecurityGroupIngressRule();

  @Test
  void reads_a_rule_under_terraforms_own_names() {
    ec2.rules.add(rule("sgr-1", false));
    assertComplete(type.name(), ec2.found(type, recordedRule(Map.of())));

    assertThat(ec2.found(type, recordedRule(Map.of())).entries())
        .containsEntry(
            "arn", Value.of("arn:aws:ec2:us-east-1:123456789012:security-group-rule/sgr-1"))
        .containsEntry("security_group_id", Value.of("sg-1"))
        .containsEntry("ip_protocol", Value.of("tcp"))
        .containsEntry("from_port", Value.of(443))
        .containsEntry("cidr_ipv4", Value.of("10.0.0.0/8"))
        .containsEntry("cidr_ipv6", Value.none())
        .containsEntry("tags_all", Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_protocol_number_in_the_state_is_the_protocols_name() {
    ec2.rules.add(rule("sgr-1", false));

    assertThat(ec2.found(type, recordedRule(Map.of("ip_protocol", Value.of("6")))))
        .returns(Value.of("6"), it -> it.at("ip_protocol"));
  }

  @Test
  void minus_one_is_no_port_where_the_state_has_none() {
    ec2.rules.add(
        rule("sgr-1", false).toBuilder().ipProtocol("-1").fromPort(-1).toPort(-1).build());

    Value.Mapping without = ec2.found(type, recordedRule(Map.of()));
    Value.Mapping with = ec2.found(type, recordedRule(Map.of("from_port", Value.of(-1))));

    assertThat(without.at("from_port")).isEqualTo(Value.none());
    assertThat(with.at("from_port")).isEqualTo(Value.of(-1));
  }

  @Test
  void a_source_group_of_another_account_names_that_account() {
    ec2.rules.add(
        rule("sgr-1", false).toBuilder()
            .cidrIpv4(null)
            .referencedGroupInfo(g -> g.groupId("sg-9").userId("999999999999"))
            .build());

    assertThat(ec2.found(type, recordedRule(Map.of())).at("referenced_security_group_id"))
        .isEqualTo(Value.of("999999999999/sg-9"));
  }

  @Test
  void a_description_that_the_groups_permissions_confirm_has_not_drifted() {
    ec2.rules.add(rule("sgr-1", false));
    ec2.groups.add(SecurityGroupTest.group("sg-1", "web"));

    assertThat(ec2.found(type, recordedRule(Map.of("description", Value.of("vpn")))))
        .returns(Value.of("vpn"), it -> it.at("description"));
    assertThat(ec2.found(type, recordedRule(Map.of("description", Value.of("old")))))
        .returns(Value.of("changed"), it -> it.at("description"));
  }

  @Test
  void a_rule_of_the_other_direction_or_none_at_all_is_gone() {
    ec2.rules.add(rule("sgr-1", true));

    assertThat(ec2.observe(type, recordedRule(Map.of()))).isInstanceOf(Observation.Gone.class);
    assertThat(ec2.observe(new VpcSecurityGroupEgressRule(), egress()))
        .isInstanceOf(Observation.Found.class);
    ec2.rules.clear();
    assertThat(ec2.observe(new VpcSecurityGroupEgressRule(), egress()))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denied = "DescribeSecurityGroupRules";

    assertThat(ec2.observe(type, recordedRule(Map.of())))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            it -> assertThat(it.action()).isEqualTo("ec2:DescribeSecurityGroupRules"));
  }

  private static RecordedResource recordedRule(Map<String, Value> more) {
    Map<String, Value> rule = new TreeMap<>(more);
    rule.put("id", Value.of("sgr-1"));
    rule.put("security_group_id", Value.of("sg-1"));
    return recorded("aws_vpc_security_group_ingress_rule", rule);
  }

  private static RecordedResource egress() {
    return recorded(
        "aws_vpc_security_group_egress_rule", recordedRule(Map.of()).attributes().entries());
  }

  static SecurityGroupRule rule(String id, boolean egress) {
    return SecurityGroupRule.builder()
        .securityGroupRuleId(id)
        .groupId("sg-1")
        .isEgress(egress)
        .ipProtocol("tcp")
        .fromPort(443)
        .toPort(443)
        .cidrIpv4("10.0.0.0/8")
        .description("changed")
        .tags(FakeEc2.tag("team", "core"))
        .build();
  }
}
