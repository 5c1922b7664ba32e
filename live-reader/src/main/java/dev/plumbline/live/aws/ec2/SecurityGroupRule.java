package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/**
 * {@code aws_security_group_rule}. Its id is the provider's own hash, so it is found again by what
 * it allows. As for the provider, it is gone as soon as one of its sources is: the others are then
 * rules that no code owns. Only its description can drift.
 */
public final class SecurityGroupRule implements ResourceType {

  /** What the rule is found again by, and so is as recorded where it is found. */
  private static final List<String> IDENTITY =
      List.of(
          "id",
          "type",
          "security_group_id",
          "protocol",
          "from_port",
          "to_port",
          "cidr_blocks",
          "ipv6_cidr_blocks",
          "prefix_list_ids",
          "self",
          "source_security_group_id");

  @Override
  public String name() {
    return "aws_security_group_rule";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(SecurityGroups.GROUPS, SecurityGroups.RULES));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN;
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_security_group", "id", "security_group_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, SecurityGroup> groups = SecurityGroups.groups(batch.scope());
    return batch.each(
        recorded -> {
          String id = SecurityGroups.idOf(recorded);
          SecurityGroup group = groups.get(id);
          return group == null
              ? new Observation.Gone(
                  "its group %s is not in the completed listing of %s"
                      .formatted(id, SecurityGroups.GROUPS))
              : observed(batch, recorded, group);
        });
  }

  private static Observation observed(Batch batch, RecordedResource recorded, SecurityGroup group) {
    String direction = recorded.at("type").text();
    List<Value> own = RuleAtoms.ofRule(recorded.attributes(), direction);
    List<Value> live =
        RuleAtoms.ofBlocks(
            RuleBlocks.of(
                direction.equals("egress") ? group.ipPermissionsEgress() : group.ipPermissions(),
                group));
    for (Value atom : own) {
      if (find(live, atom).isEmpty()) {
        return new Observation.Gone(
            "%s, in %s, does not allow %s"
                .formatted(group.groupId(), SecurityGroups.GROUPS, RuleAtoms.words(atom)));
      }
    }
    var attributes = batch.attributes();
    IDENTITY.forEach(attribute -> attributes.put(attribute, recorded.at(attribute)));
    attributes.put("description", description(own, live));
    if (own.size() == 1) {
      attributes.put(
          "security_group_rule_id", ruleId(batch, group, direction, own.getFirst()).orElse(null));
    }
    return attributes.found();
  }

  /** The first that any of its sources has, which is what the provider reads. */
  private static Value description(List<Value> own, List<Value> live) {
    return own.stream()
        .flatMap(atom -> find(live, atom).stream())
        .map(atom -> atom.at("description"))
        .filter(description -> !description.isEmpty())
        .findFirst()
        .orElse(Value.none());
  }

  private static Optional<String> ruleId(
      Batch batch, SecurityGroup group, String direction, Value atom) {
    return SecurityGroups.rules(batch.scope()).values().stream()
        .filter(rule -> group.groupId().equals(rule.groupId()))
        .filter(rule -> direction.equals("egress") == Boolean.TRUE.equals(rule.isEgress()))
        .filter(
            rule ->
                find(RuleAtoms.ofVpcRule(VpcRule.attributes(batch.scope(), rule)), atom)
                    .isPresent())
        .map(software.amazon.awssdk.services.ec2.model.SecurityGroupRule::securityGroupRuleId)
        .findFirst();
  }

  private static Optional<Value> find(List<Value> atoms, Value wanted) {
    Value bare = RuleAtoms.undescribed(wanted);
    return atoms.stream().filter(atom -> RuleAtoms.undescribed(atom).equals(bare)).findFirst();
  }
}
