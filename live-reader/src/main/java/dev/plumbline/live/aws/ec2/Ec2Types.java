package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of EC2, with what makes each reader. */
public final class Ec2Types {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_ebs_volume", EbsVolume::new),
          Map.entry("aws_instance", Instance::new),
          Map.entry("aws_launch_template", LaunchTemplate::new),
          Map.entry("aws_network_interface", NetworkInterface::new),
          Map.entry("aws_security_group", SecurityGroup::new),
          Map.entry("aws_security_group_rule", SecurityGroupRule::new),
          Map.entry("aws_subnet", Subnet::new),
          Map.entry("aws_volume_attachment", VolumeAttachment::new),
          Map.entry("aws_vpc", Vpc::new),
          Map.entry("aws_vpc_security_group_egress_rule", VpcSecurityGroupEgressRule::new),
          Map.entry("aws_vpc_security_group_ingress_rule", VpcSecurityGroupIngressRule::new));

  private Ec2Types() {}
}
