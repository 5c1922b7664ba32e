package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** An EC2 that holds what a test puts in, whatever the filters, and denies what a test says. */
final class FakeEc2 implements Ec2Client {

  static final String ACCOUNT = "123456789012";

  final List<SecurityGroup> groups = new ArrayList<>();
  final List<SecurityGroupRule> rules = new ArrayList<>();
  final List<Subnet> subnets = new ArrayList<>();
  final List<Vpc> networks = new ArrayList<>();
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  boolean dnsHostnames;
  String denied = "";

  static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  /** The attributes of the one resource, which has to be there. */
  Value.Mapping found(ResourceType type, RecordedResource... resources) {
    if (observe(type, resources) instanceof Observation.Found(var attributes, _)) {
      return attributes;
    }
    throw new AssertionError("not found: " + observe(type, resources));
  }

  /** What is observed of the first resource. */
  Observation observe(ResourceType type, RecordedResource... resources) {
    return FakeScope.observe(type, Map.of(Ec2Client.class, this), resources).getFirst();
  }

  List<String> discover(ResourceType type) {
    return FakeScope.discover(type, Map.of(Ec2Client.class, this));
  }

  private void called(String operation) {
    calls.add(operation);
    if (operation.equals(denied)) {
      throw error("UnauthorizedOperation", 403);
    }
  }

  @Override
  public DescribeSecurityGroupsResponse describeSecurityGroups(
      DescribeSecurityGroupsRequest request) {
    called("DescribeSecurityGroups");
    return DescribeSecurityGroupsResponse.builder().securityGroups(groups).build();
  }

  @Override
  public DescribeSecurityGroupRulesResponse describeSecurityGroupRules(
      DescribeSecurityGroupRulesRequest request) {
    called("DescribeSecurityGroupRules");
    return DescribeSecurityGroupRulesResponse.builder().securityGroupRules(rules).build();
  }

  @Override
  public DescribeSubnetsResponse describeSubnets(DescribeSubnetsRequest request) {
    called("DescribeSubnets");
    return DescribeSubnetsResponse.builder().subnets(subnets).build();
  }

  @Override
  public DescribeVpcsResponse describeVpcs(DescribeVpcsRequest request) {
    called("DescribeVpcs");
    return DescribeVpcsResponse.builder().vpcs(networks).build();
  }

  @Override
  public DescribeVpcAttributeResponse describeVpcAttribute(DescribeVpcAttributeRequest request) {
    called("DescribeVpcAttribute");
    return DescribeVpcAttributeResponse.builder()
        .enableDnsHostnames(v -> v.value(dnsHostnames))
        .enableDnsSupport(v -> v.value(true))
        .build();
  }

  @Override
  public DescribeRouteTablesResponse describeRouteTables(DescribeRouteTablesRequest request) {
    called("DescribeRouteTables");
    return DescribeRouteTablesResponse.builder()
        .routeTables(RouteTable.builder().vpcId("vpc-1").routeTableId("rtb-main").build())
        .build();
  }

  @Override
  public DescribeNetworkAclsResponse describeNetworkAcls(DescribeNetworkAclsRequest request) {
    called("DescribeNetworkAcls");
    return DescribeNetworkAclsResponse.builder()
        .networkAcls(
            NetworkAcl.builder().vpcId("vpc-1").networkAclId("acl-default").isDefault(true).build())
        .build();
  }

  @Override
  public String serviceName() {
    return "ec2";
  }

  @Override
  public void close() {}
}
