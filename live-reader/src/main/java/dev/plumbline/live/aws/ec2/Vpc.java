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
 * {@code aws_vpc}. Its main route table, default network ACL and default security group are in
 * listings of their own, one each for all networks; three switches have to be asked for one by one.
 */
public final class Vpc implements ResourceType {

  @Override
  public String name() {
    return "aws_vpc";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(
        Set.of(
            Vpcs.LIST,
            VpcSwitches.ACTION,
            RouteTables.LIST,
            NetworkAcls.LIST,
            SecurityGroups.GROUPS));
  }

  @Override
  public TypeRules rules() {
    TypeRules rules =
        TypeRules.PLAIN
            .withUnobservable(
                "only used when the network is created", "ipv4_ipam_pool_id", "ipv4_netmask_length")
            .with(sibling("default_route_table_id", "aws_main_route_table_association"))
            .with(sibling("main_route_table_id", "aws_main_route_table_association"))
            .with(sibling("dhcp_options_id", "aws_vpc_dhcp_options_association"));
    for (String attribute : VpcIpv6.ATTRIBUTES) {
      rules = rules.with(sibling(attribute, "aws_vpc_ipv6_cidr_block_association"));
    }
    return rules;
  }

  private static Sibling sibling(String attribute, String type) {
    return Sibling.whole(attribute, type, "vpc_id", "id");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AwsScope scope = batch.scope();
    Map<String, software.amazon.awssdk.services.ec2.model.Vpc> networks = Vpcs.byId(scope);
    VpcDefaults defaults = VpcDefaults.of(scope);
    return batch.each(
        recorded -> {
          var network = networks.get(recorded.id());
          return network == null
              ? Ec2.notListed(Vpcs.LIST)
              : VpcIpv6.of(network, recorded)
                  .putInto(VpcSwitches.of(scope, recorded.id()).putInto(batch.attributes()))
                  .from(network)
                  .put("id", network.vpcId())
                  .put("arn", Ec2.arn(scope, network.ownerId(), "vpc/", recorded.id()))
                  .put("default_network_acl_id", defaults.networkAcls().get(recorded.id()))
                  .put("default_security_group_id", defaults.securityGroups().get(recorded.id()))
                  .put("default_route_table_id", defaults.routeTables().get(recorded.id()))
                  .put("main_route_table_id", defaults.routeTables().get(recorded.id()))
                  .tags(network.tags())
                  .found();
        });
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return Vpcs.byId(scope).values().stream()
        .filter(network -> !Boolean.TRUE.equals(network.isDefault()))
        .filter(network -> scope.account().equals(network.ownerId()))
        .map(software.amazon.awssdk.services.ec2.model.Vpc::vpcId)
        .toList();
  }
}
