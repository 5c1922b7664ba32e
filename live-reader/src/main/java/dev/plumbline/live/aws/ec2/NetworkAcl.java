package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code aws_network_acl}. Its inline {@code ingress} and {@code egress} hold every entry that can
 * be written, whoever owns it; what {@code aws_network_acl_rule}s of the same state own is taken
 * off.
 */
public final class NetworkAcl implements ResourceType {

  @Override
  public String name() {
    return "aws_network_acl";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(NetworkAcls.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withParts("ingress", AclEntries::parts)
        .withParts("egress", AclEntries::parts)
        .with(rules("ingress", false))
        .with(rules("egress", true))
        .with(
            Sibling.elements(
                "subnet_ids",
                "aws_network_acl_association",
                "network_acl_id",
                "id",
                association -> List.of(association.at("subnet_id"))));
  }

  private static Sibling rules(String attribute, boolean egress) {
    return Sibling.elements(
        attribute,
        "aws_network_acl_rule",
        "network_acl_id",
        "id",
        rule -> AclEntries.ofRule(rule, egress));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, software.amazon.awssdk.services.ec2.model.NetworkAcl> acls =
        NetworkAcls.byId(batch.scope());
    return batch.each(
        recorded -> {
          var acl = acls.get(recorded.id());
          return acl == null ? Ec2.notListed(NetworkAcls.LIST) : observed(batch, recorded, acl);
        });
  }

  private static Observation observed(
      Batch batch,
      RecordedResource recorded,
      software.amazon.awssdk.services.ec2.model.NetworkAcl acl) {
    String id = acl.networkAclId();
    return batch
        .attributes()
        .put("id", id)
        .put("default_network_acl_id", id)
        .put("arn", Ec2.arn(batch.scope(), acl.ownerId(), "network-acl/", id))
        .put("owner_id", acl.ownerId())
        .put("vpc_id", acl.vpcId())
        .put("subnet_ids", AclSubnets.of(batch.scope(), recorded, acl))
        .put("ingress", AclEntries.of(acl.entries(), false))
        .put("egress", AclEntries.of(acl.entries(), true))
        .tags(acl.tags())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return NetworkAcls.byId(scope).values().stream()
        .filter(acl -> !Boolean.TRUE.equals(acl.isDefault()))
        .filter(acl -> scope.account().equals(acl.ownerId()))
        .map(software.amazon.awssdk.services.ec2.model.NetworkAcl::networkAclId)
        .toList();
  }
}
