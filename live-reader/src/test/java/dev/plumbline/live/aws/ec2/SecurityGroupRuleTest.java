package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SecurityGroupRuleTest {

  private final FakeEc2 ec2 = new FakeEc2();
  private final SecurityGroupRule type = new SecurityGroupRule();

  @Test
  void a_rule_whose_sources_are_all_there_is_as_recorded() {
    ec2.groups.add(SecurityGroupTest.group("sg-1", "web"));
    RecordedResource rule = rule("10.0.0.0/8", "0.0.0.0/0");

    assertThat(ec2.found(type, rule).entries())
        .containsEntry("id", Value.of("sgrule-1"))
        .containsEntry("cidr_blocks", rule.at("cidr_blocks"))
        .containsEntry("from_port", Value.of(443))
        .containsEntry("description", Value.of("vpn"))
        .doesNotContainKey("security_group_rule_id");
  }

  @Test
  void a_rule_of_one_source_has_ec2s_own_rule_id() {
    ec2.groups.add(SecurityGroupTest.group("sg-1", "web"));
    ec2.rules.add(VpcSecurityGroupIngressRuleTest.rule("sgr-7", true));
    ec2.rules.add(VpcSecurityGroupIngressRuleTest.rule("sgr-8", false));
    assertComplete(type.name(), ec2.found(type, rule("10.0.0.0/8")));

    assertThat(ec2.found(type, rule("10.0.0.0/8")).at("security_group_rule_id"))
        .isEqualTo(Value.of("sgr-8"));
  }

  @Test
  void a_rule_that_lost_one_of_its_sources_is_gone_and_says_which() {
    ec2.groups.add(SecurityGroupTest.group("sg-1", "web"));

    assertThat(ec2.observe(type, rule("0.0.0.0/0", "172.16.0.0/12")))
        .isEqualTo(
            new Observation.Gone(
                "sg-1, in ec2:DescribeSecurityGroups, does not allow tcp 443 172.16.0.0/12"));
  }

  @Test
  void a_rule_of_a_group_that_is_gone_is_gone() {
    assertThat(ec2.observe(type, rule("0.0.0.0/0"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_rule_whose_group_the_state_does_not_name_is_unreadable_never_gone() {
    assertThat(ec2.observe(type, recorded("aws_security_group_rule", Map.of())))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denied = "DescribeSecurityGroups";

    assertThat(ec2.observe(type, rule("0.0.0.0/0"))).isInstanceOf(Observation.Unreadable.class);
  }

  private static RecordedResource rule(String... cidrs) {
    Map<String, Value> rule = new TreeMap<>();
    rule.put("id", Value.of("sgrule-1"));
    rule.put("type", Value.of("ingress"));
    rule.put("security_group_id", Value.of("sg-1"));
    rule.put("protocol", Value.of("tcp"));
    rule.put("from_port", Value.of(443));
    rule.put("to_port", Value.of(443));
    rule.put("description", Value.of("as recorded"));
    rule.put("cidr_blocks", Value.of(Stream.of(cidrs).map(Value::of).toList()));
    rule.put("security_group_rule_id", Value.of("sgr-7"));
    return recorded("aws_security_group_rule", rule);
  }
}
