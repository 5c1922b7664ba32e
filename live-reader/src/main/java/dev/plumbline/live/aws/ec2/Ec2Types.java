package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of EC2, with what makes each reader. */
public final class Ec2Types {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_default_network_acl", DefaultNetworkAcl::new),
          Map.entry("aws_default_route_table", DefaultRouteTable::new),
          Map.entry("aws_default_security_group", DefaultSecurityGroup::new),
          Map.entry("aws_default_vpc", DefaultVpc::new),
          Map.entry("aws_ebs_volume", EbsVolume::new),
          Map.entry("aws_ec2_managed_prefix_list", Ec2ManagedPrefixList::new),
          Map.entry("aws_egress_only_internet_gateway", EgressOnlyInternetGateway::new),
          Map.entry("aws_eip", Eip::new),
          Map.entry("aws_flow_log", FlowLog::new),
          Map.entry("aws_instance", Instance::new),
          Map.entry("aws_internet_gateway", InternetGateway::new),
          Map.entry("aws_launch_template", LaunchTemplate::new),
          Map.entry("aws_main_route_table_association", MainRouteTableAssociation::new),
          Map.entry("aws_nat_gateway", NatGateway::new),
          Map.entry("aws_network_acl", NetworkAcl::new),
          Map.entry("aws_network_acl_rule", NetworkAclRule::new),
          Map.entry("aws_network_interface", NetworkInterface::new),
          Map.entry("aws_route", Route::new),
          Map.entry("aws_route_table", RouteTable::new),
          Map.entry("aws_route_table_association", RouteTableAssociation::new),
          Map.entry("aws_security_group", SecurityGroup::new),
          Map.entry("aws_security_group_rule", SecurityGroupRule::new),
          Map.entry("aws_subnet", Subnet::new),
          Map.entry("aws_volume_attachment", VolumeAttachment::new),
          Map.entry("aws_vpc", Vpc::new),
          Map.entry("aws_vpc_endpoint", VpcEndpoint::new),
          Map.entry(
              "aws_vpc_endpoint_route_table_association", VpcEndpointRouteTableAssociation::new),
          Map.entry("aws_vpc_security_group_egress_rule", VpcSecurityGroupEgressRule::new),
          Map.entry("aws_vpc_security_group_ingress_rule", VpcSecurityGroupIngressRule::new));

  private Ec2Types() {}
}
