package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * What EC2 made together with each network, by the network's id.
 *
 * @param routeTables the main route table's id
 * @param networkAcls the default network ACL's id
 * @param securityGroups the default security group's id
 */
record VpcDefaults(
    Map<String, String> routeTables,
    Map<String, String> networkAcls,
    Map<String, String> securityGroups) {

  private static final VpcDefaults NONE = new VpcDefaults(Map.of(), Map.of(), Map.of());

  /** EC2's limit of values in one filter; from there on, the filter by network is left out. */
  private static final int FILTER_VALUES = 200;

  /** Those of the scope's networks, asked for once for all of them. */
  static VpcDefaults of(AwsScope scope) {
    return scope.shared("what EC2 made with networks", () -> of(scope, Vpcs.byId(scope).keySet()));
  }

  private static VpcDefaults of(AwsScope scope, Collection<String> networks) {
    if (networks.isEmpty()) {
      return NONE;
    }
    List<Filter> ofNetworks =
        networks.size() > FILTER_VALUES ? List.of() : List.of(Ec2.filter("vpc-id", networks));
    Map<String, String> tables = new HashMap<>();
    RouteTables.mains(scope, networks, ofNetworks)
        .forEach(table -> tables.put(table.vpcId(), table.routeTableId()));
    Map<String, String> acls = new HashMap<>();
    NetworkAcls.defaults(scope).forEach(acl -> acls.put(acl.vpcId(), acl.networkAclId()));
    Map<String, String> groups = new HashMap<>();
    SecurityGroups.defaults(scope, networks, ofNetworks)
        .forEach(group -> groups.put(group.vpcId(), group.groupId()));
    return new VpcDefaults(tables, acls, groups);
  }
}
