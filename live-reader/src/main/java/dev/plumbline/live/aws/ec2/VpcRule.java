package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** What {@code aws_vpc_security_group_ingress_rule} and its egress twin have in common. */
final class VpcRule {

  /** EC2's port where a rule has none; the provider keeps what the state says for none. */
  private static final Value NO_PORT = Value.of(-1);

  private VpcRule() {}

  /**
   * Observes rules of one direction by their ids, out of one listing of all their groups' rules.
   */
  static List<Observation> observe(Batch batch, boolean egress) {
    Map<String, SecurityGroupRule> rules = SecurityGroups.rules(batch.scope());
    return batch.each(
        recorded -> {
          String group = SecurityGroups.idOf(recorded);
          return Optional.ofNullable(rules.get(recorded.id()))
              .filter(rule -> Boolean.TRUE.equals(rule.isEgress()) == egress)
              .map(rule -> observed(batch, recorded, rule))
              .orElseGet(
                  () ->
                      new Observation.Gone(
                          "it is not in the completed listing of %s for %s"
                              .formatted(SecurityGroups.RULES, group)));
        });
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, SecurityGroupRule rule) {
    Map<String, Value> values = new TreeMap<>(attributes(batch.scope(), rule).entries());
    String protocol = recorded.at("ip_protocol").text();
    if (RuleAtoms.protocol(protocol).equals(rule.ipProtocol())) {
      values.put("ip_protocol", Value.of(protocol));
    }
    for (String port : List.of("from_port", "to_port")) {
      if (recorded.at(port).isEmpty() && NO_PORT.equals(values.get(port))) {
        values.put(port, Value.none());
      }
    }
    values.put("description", description(batch.scope(), recorded, rule, values));
    var attributes = batch.attributes();
    values.forEach(attributes::put);
    return attributes.tags(rule.tags()).found();
  }

  /** A rule under Terraform's names. */
  static Value.Mapping attributes(AwsScope scope, SecurityGroupRule rule) {
    String id = rule.securityGroupRuleId();
    Map<String, Value> values = new TreeMap<>();
    values.put("id", Value.of(id));
    values.put("security_group_rule_id", Value.of(id));
    values.put("arn", Value.of(Ec2.arn(scope, scope.account(), "security-group-rule/", id)));
    values.put("security_group_id", Shape.of(rule.groupId()));
    values.put("ip_protocol", Shape.of(rule.ipProtocol()));
    values.put("from_port", Shape.of(rule.fromPort()));
    values.put("to_port", Shape.of(rule.toPort()));
    values.put("cidr_ipv4", Shape.of(rule.cidrIpv4()));
    values.put("cidr_ipv6", Shape.of(rule.cidrIpv6()));
    values.put("prefix_list_id", Shape.of(rule.prefixListId()));
    values.put("referenced_security_group_id", group(scope, rule.referencedGroupInfo()));
    values.put("description", Shape.of(rule.description()));
    return Value.of(values);
  }

  /** The provider writes a group of another account with that account in front. */
  private static Value group(AwsScope scope, @Nullable ReferencedSecurityGroup group) {
    if (group == null) {
      return Value.none();
    }
    return Shape.of(RuleBlocks.sourceGroup(group.groupId(), group.userId(), scope.account()));
  }

  /**
   * EC2 tells a rule's description twice, here and in its group's permissions, and the two can be
   * apart for a while after a change. Where the permissions still confirm what the state records,
   * it has not drifted.
   */
  private static Value description(
      AwsScope scope, RecordedResource recorded, SecurityGroupRule rule, Map<String, Value> live) {
    Value said = Shape.of(rule.description());
    Value known = recorded.at("description");
    if (said.equals(known) || known.isEmpty()) {
      return said;
    }
    SecurityGroup group = SecurityGroups.groups(scope).get(rule.groupId());
    if (group == null) {
      return said;
    }
    boolean egress = Boolean.TRUE.equals(rule.isEgress());
    Value permissions =
        RuleBlocks.of(egress ? group.ipPermissionsEgress() : group.ipPermissions(), group);
    Map<String, Value> asRecorded = new TreeMap<>(live);
    asRecorded.put("description", known);
    return RuleAtoms.ofBlocks(permissions).containsAll(RuleAtoms.ofVpcRule(Value.of(asRecorded)))
        ? known
        : said;
  }
}
