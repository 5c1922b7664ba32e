package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

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

  static final String ROUTE_TABLES = "ec2:DescribeRouteTables";
  static final String NETWORK_ACLS = "ec2:DescribeNetworkAcls";

  /** EC2's limit of values in one filter; from there on, the filter by network is left out. */
  private static final int FILTER_VALUES = 200;

  static VpcDefaults of(AwsScope scope, Collection<String> networks) {
    if (networks.isEmpty()) {
      return new VpcDefaults(Map.of(), Map.of(), Map.of());
    }
    List<Filter> ofNetworks =
        networks.size() > FILTER_VALUES ? List.of() : List.of(Ec2.filter("vpc-id", networks));
    Map<String, String> groups = new HashMap<>();
    for (SecurityGroup group : SecurityGroups.defaults(scope, ofNetworks)) {
      groups.put(group.vpcId(), group.groupId());
    }
    return new VpcDefaults(
        routeTables(scope, and(ofNetworks, "association.main")),
        networkAcls(scope, and(ofNetworks, "default")),
        groups);
  }

  private static Map<String, String> routeTables(AwsScope scope, List<Filter> filters) {
    Map<String, String> ids = new HashMap<>();
    scope
        .call(
            ROUTE_TABLES,
            () ->
                Ec2.client(scope)
                    .describeRouteTablesPaginator(r -> r.filters(filters).maxResults(100))
                    .routeTables()
                    .stream()
                    .toList())
        .forEach(table -> ids.put(table.vpcId(), table.routeTableId()));
    return ids;
  }

  private static Map<String, String> networkAcls(AwsScope scope, List<Filter> filters) {
    Map<String, String> ids = new HashMap<>();
    scope
        .call(
            NETWORK_ACLS,
            () ->
                Ec2.client(scope)
                    .describeNetworkAclsPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                    .networkAcls()
                    .stream()
                    .toList())
        .forEach(acl -> ids.put(acl.vpcId(), acl.networkAclId()));
    return ids;
  }

  private static List<Filter> and(List<Filter> filters, String flag) {
    List<Filter> both = new ArrayList<>(filters);
    both.add(Ec2.filter(flag, List.of("true")));
    return both;
  }
}
