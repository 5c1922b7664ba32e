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
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;

final class NetworkAclTest {

  private static final RecordedResource RECORDED =
      recorded("aws_network_acl", Map.of("id", Value.of("acl-1")));

  private final FakeNetwork ec2 = new FakeNetwork();
  private final dev.plumbline.live.aws.ec2.NetworkAcl type =
      new dev.plumbline.live.aws.ec2.NetworkAcl();

  @Test
  void reads_an_acl_without_the_entries_that_close_it() {
    ec2.answering("describeNetworkAcls", acls(acl()));
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("arn", Value.of("arn:aws:ec2:us-east-1:123456789012:network-acl/acl-1"))
        .containsEntry("vpc_id", Value.of("vpc-1"))
        .containsEntry("subnet_ids", Value.of(List.of(Value.of("subnet-1"), Value.of("subnet-2"))))
        .containsEntry("egress", Value.none())
        .containsEntry("tags_all", FakeNetwork.TAGS_ALL);
    assertThat(ec2.found(type, RECORDED).at("ingress").items())
        .containsExactly(
            entry(100, "6", "10.0.0.0/8", 443, 443, 0), entry(110, "1", "0.0.0.0/0", 0, 0, 8));
  }

  @Test
  void a_rule_resource_owns_the_block_of_its_direction_however_code_spells_it() {
    Value.Mapping rule =
        Value.of(
            Map.of(
                "rule_number", Value.of(100),
                "rule_action", Value.of("ALLOW"),
                "egress", Value.of(false),
                "protocol", Value.of("tcp"),
                "cidr_block", Value.of("10.0.0.0/8"),
                "from_port", Value.of(443),
                "to_port", Value.of(443)));

    assertThat(AclEntries.ofRule(rule, false))
        .containsExactly(entry(100, "6", "10.0.0.0/8", 443, 443, 0));
    assertThat(AclEntries.ofRule(rule, true)).isEmpty();
  }

  @Test
  void an_acl_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denying("describeNetworkAcls");

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void default_acls_and_acls_of_other_accounts_are_never_unmanaged() {
    ec2.answering(
        "describeNetworkAcls",
        acls(
            acl(),
            acl().toBuilder().networkAclId("acl-2").isDefault(true).build(),
            acl().toBuilder().networkAclId("acl-3").ownerId("999999999999").build()));

    assertThat(ec2.discover(type)).containsExactly("acl-1");
  }

  @Test
  void a_new_subnet_of_the_same_state_comes_to_the_default_acl_by_nobodys_change() {
    DefaultNetworkAcl defaults = new DefaultNetworkAcl();
    RecordedResource own = recorded(defaults.name(), Map.of("id", Value.of("acl-1")));
    RecordedResource made = recorded("aws_subnet", Map.of("id", Value.of("subnet-1")));
    RecordedResource claiming =
        recorded(
            "aws_network_acl",
            Map.of(
                "id", Value.of("acl-9"),
                "subnet_ids", Value.of(List.of(Value.of("subnet-1")))));
    ec2.answering("describeNetworkAcls", acls(acl().toBuilder().isDefault(true).build()));
    assertComplete(defaults.name(), ec2.found(defaults, own));

    assertThat(ec2.found(defaults, own, made).at("subnet_ids").items())
        .as("nobody's code made subnet-2")
        .containsExactly(Value.of("subnet-2"));
    assertThat(ec2.found(defaults, own, made, claiming).at("subnet_ids").items())
        .as("taken from the ACL that claims it")
        .hasSize(2);
    assertThat(ec2.found(defaults, own).at("default_network_acl_id")).isEqualTo(Value.of("acl-1"));
  }

  private static DescribeNetworkAclsResponse acls(NetworkAcl... acls) {
    return DescribeNetworkAclsResponse.builder().networkAcls(acls).build();
  }

  private static NetworkAcl acl() {
    return NetworkAcl.builder()
        .networkAclId("acl-1")
        .vpcId("vpc-1")
        .ownerId(FakeNetwork.ACCOUNT)
        .tags(FakeNetwork.TAGS)
        .associations(a -> a.subnetId("subnet-1"), a -> a.subnetId("subnet-2"))
        .entries(
            e ->
                e.ruleNumber(100)
                    .egress(false)
                    .protocol("6")
                    .ruleAction("allow")
                    .cidrBlock("10.0.0.0/8")
                    .portRange(p -> p.from(443).to(443)),
            e ->
                e.ruleNumber(110)
                    .egress(false)
                    .protocol("1")
                    .ruleAction("allow")
                    .cidrBlock("0.0.0.0/0")
                    .icmpTypeCode(i -> i.type(8).code(0)),
            e ->
                e.ruleNumber(32767)
                    .egress(false)
                    .protocol("-1")
                    .ruleAction("deny")
                    .cidrBlock("0.0.0.0/0"),
            e ->
                e.ruleNumber(32768)
                    .egress(true)
                    .protocol("-1")
                    .ruleAction("deny")
                    .ipv6CidrBlock("::/0"))
        .build();
  }

  private static Value entry(
      int number, String protocol, String block, int from, int to, int icmpType) {
    return Value.of(
        Map.of(
            "rule_no", Value.of(number),
            "action", Value.of("allow"),
            "protocol", Value.of(protocol),
            "cidr_block", Value.of(block),
            "ipv6_cidr_block", Value.of(""),
            "from_port", Value.of(from),
            "to_port", Value.of(to),
            "icmp_type", Value.of(icmpType),
            "icmp_code", Value.of(0)));
  }
}
