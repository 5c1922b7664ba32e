package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;

final class NetworkAclRuleTest {

  private static final RecordedResource RECORDED = rule(100, false, "tcp");

  private final FakeNetwork ec2 = new FakeNetwork();
  private final NetworkAclRule type = new NetworkAclRule();

  @Test
  void reads_a_rule_found_by_its_acl_direction_and_number() {
    ec2.answering("describeNetworkAcls", acl());
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("id", Value.of("nacl-1"))
        .containsEntry("network_acl_id", Value.of("acl-1"))
        .containsEntry("rule_action", Value.of("allow"))
        .containsEntry("cidr_block", Value.of("10.0.0.0/8"))
        .containsEntry("from_port", Value.of(443))
        .containsEntry("to_port", Value.of(8443))
        .containsEntry("egress", Value.of(false))
        .containsEntry("icmp_type", Value.of(7));
  }

  @Test
  void a_protocol_is_as_the_code_spells_it_where_it_is_the_same() {
    ec2.answering("describeNetworkAcls", acl());

    assertThat(ec2.found(type, RECORDED).at("protocol")).isEqualTo(Value.of("tcp"));
    assertThat(ec2.found(type, rule(100, false, "udp")).at("protocol")).isEqualTo(Value.of("6"));
  }

  @Test
  void a_rule_of_the_other_direction_is_another_one() {
    ec2.answering("describeNetworkAcls", acl());

    assertThat(ec2.found(type, rule(100, true, "-1")).entries())
        .containsEntry("protocol", Value.of("-1"))
        .containsEntry("ipv6_cidr_block", Value.of("::/0"));
  }

  @Test
  void a_rule_that_its_acl_lacks_is_gone_and_so_is_one_whose_acl_is() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
    ec2.answering("describeNetworkAcls", acl());

    assertThat(ec2.observe(type, rule(120, false, "tcp")))
        .isEqualTo(
            new Observation.Gone("acl-1, in ec2:DescribeNetworkAcls, has no ingress rule 120"));
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denying("describeNetworkAcls");

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  private static DescribeNetworkAclsResponse acl() {
    return DescribeNetworkAclsResponse.builder()
        .networkAcls(
            a ->
                a.networkAclId("acl-1")
                    .entries(
                        e ->
                            e.ruleNumber(100)
                                .egress(true)
                                .protocol("-1")
                                .ruleAction("allow")
                                .ipv6CidrBlock("::/0"),
                        e ->
                            e.ruleNumber(100)
                                .egress(false)
                                .protocol("6")
                                .ruleAction("allow")
                                .cidrBlock("10.0.0.0/8")
                                .portRange(p -> p.from(443).to(8443))))
        .build();
  }

  private static RecordedResource rule(int number, boolean egress, String protocol) {
    return recorded(
        "aws_network_acl_rule",
        Map.of(
            "id", Value.of("nacl-1"),
            "network_acl_id", Value.of("acl-1"),
            "rule_number", Value.of(number),
            "egress", Value.of(egress),
            "icmp_type", Value.of(7),
            "protocol", Value.of(protocol)));
  }
}
