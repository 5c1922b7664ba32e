package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;

/**
 * The subnets an ACL stands before. EC2 puts every new subnet behind its network's default ACL: one
 * that the same state made, and that no ACL of it claims, came there that way and by nobody's
 * change.
 */
final class AclSubnets {

  private AclSubnets() {}

  static List<String> of(AwsScope scope, RecordedResource recorded, NetworkAcl acl) {
    Stream<String> subnets = acl.associations().stream().map(NetworkAclAssociation::subnetId);
    if (!Boolean.TRUE.equals(acl.isDefault())) {
      return subnets.toList();
    }
    Set<String> put = Set.copyOf(texts(recorded));
    Set<String> made = Ec2.named(scope, "id", "aws_subnet").collect(Collectors.toSet());
    made.removeAll(claimed(scope));
    return subnets.filter(subnet -> put.contains(subnet) || !made.contains(subnet)).toList();
  }

  private static Set<String> claimed(AwsScope scope) {
    Set<String> claimed = new HashSet<>();
    scope.recorded("aws_network_acl").forEach(acl -> claimed.addAll(texts(acl)));
    Ec2.named(scope, "subnet_id", "aws_network_acl_association").forEach(claimed::add);
    return claimed;
  }

  private static List<String> texts(RecordedResource acl) {
    return acl.at("subnet_ids").items().stream().map(Value::text).toList();
  }
}
