package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code aws_security_group}. Its inline {@code ingress} and {@code egress} hold every rule the
 * group has, whoever owns it; what rule resources of the same state own is taken off by {@link
 * RuleAtoms}.
 */
public final class SecurityGroup implements ResourceType {

  @Override
  public String name() {
    return "aws_security_group";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(SecurityGroups.GROUPS));
  }

  @Override
  public TypeRules rules() {
    TypeRules rules =
        TypeRules.PLAIN
            .withUnobservable("local to Terraform", "revoke_rules_on_delete")
            .withParts("ingress", RuleAtoms::ofBlocks)
            .withParts("egress", RuleAtoms::ofBlocks);
    for (String direction : List.of("ingress", "egress")) {
      rules =
          rules
              .with(
                  Sibling.elements(
                      direction,
                      "aws_security_group_rule",
                      "security_group_id",
                      "id",
                      rule -> RuleAtoms.ofRule(rule, direction)))
              .with(
                  Sibling.elements(
                      direction,
                      "aws_vpc_security_group_%s_rule".formatted(direction),
                      "security_group_id",
                      "id",
                      RuleAtoms::ofVpcRule));
    }
    return rules;
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, software.amazon.awssdk.services.ec2.model.SecurityGroup> groups =
        SecurityGroups.groups(batch.scope());
    return batch.each(
        recorded -> {
          var group = groups.get(recorded.id());
          if (group == null) {
            return new Observation.Gone(
                "it is not in the completed listing of " + SecurityGroups.GROUPS);
          }
          return batch
              .attributes()
              .put("id", group.groupId())
              .put("arn", Ec2.arn(batch.scope(), group.ownerId(), "security-group/", recorded.id()))
              .put("name", group.groupName())
              .put("description", group.description())
              .put("owner_id", group.ownerId())
              .put("vpc_id", group.vpcId())
              .put("ingress", RuleBlocks.of(group.ipPermissions(), group))
              .put("egress", RuleBlocks.of(group.ipPermissionsEgress(), group))
              .tags(group.tags())
              .found();
        });
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return SecurityGroups.groups(scope).values().stream()
        .filter(group -> !group.groupName().equals("default"))
        .filter(group -> scope.account().equals(group.ownerId()))
        .map(software.amazon.awssdk.services.ec2.model.SecurityGroup::groupId)
        .toList();
  }
}
