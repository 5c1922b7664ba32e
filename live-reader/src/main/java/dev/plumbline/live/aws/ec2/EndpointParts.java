package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.PrefixList;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/**
 * What the provider tells of endpoints and EC2 keeps apart from them.
 *
 * @param interfaces their network interfaces, by id
 * @param prefixLists their services' address lists, by service
 */
record EndpointParts(
    Map<String, NetworkInterface> interfaces, Map<String, PrefixList> prefixLists) {

  static EndpointParts of(AwsScope scope, Collection<VpcEndpoint> endpoints) {
    Set<String> interfaces =
        endpoints.stream()
            .flatMap(endpoint -> endpoint.networkInterfaceIds().stream())
            .collect(Collectors.toSet());
    Set<String> services =
        endpoints.stream()
            .flatMap(endpoint -> Stream.ofNullable(endpoint.serviceName()))
            .collect(Collectors.toSet());
    return new EndpointParts(
        Interfaces.byId(scope, interfaces), VpcEndpoints.prefixLists(scope, services));
  }

  Attributes putInto(Attributes attributes, AwsScope scope, VpcEndpoint endpoint) {
    String id = endpoint.vpcEndpointId();
    Optional<PrefixList> prefixes =
        Optional.ofNullable(endpoint.serviceName()).map(prefixLists::get);
    return attributes
        .from(endpoint)
        .put("id", id)
        .put("arn", Ec2.arn(scope, endpoint.ownerId(), "vpc-endpoint/", id))
        .put("dns_entry", endpoint.dnsEntries())
        .put("policy", endpoint.policyDocument())
        .put(
            "security_group_ids",
            endpoint.groups().stream().map(SecurityGroupIdentifier::groupId).toList())
        // GovCloud's endpoints have no type
        .put(
            "vpc_endpoint_type",
            Optional.ofNullable(endpoint.vpcEndpointTypeAsString())
                .filter(type -> !type.isEmpty())
                .orElse(VpcEndpointType.GATEWAY.toString()))
        .put("prefix_list_id", prefixes.map(PrefixList::prefixListId).orElse(null))
        .put("cidr_blocks", prefixes.map(PrefixList::cidrs).orElse(List.of()))
        .moving("cidr_blocks", "AWS itself changes the address ranges of its services")
        .put("subnet_configuration", subnets(endpoint.networkInterfaceIds()))
        .tags(endpoint.tags());
  }

  private List<Value> subnets(List<String> ids) {
    return ids.stream().map(this::subnet).toList();
  }

  private Value subnet(String id) {
    NetworkInterface found = interfaces.get(id);
    if (found == null) {
      throw Ec2.moving(Interfaces.LIST, "without its interface %s".formatted(id));
    }
    return Value.of(
        Map.of(
            "ipv4", Shape.of(found.privateIpAddress()),
            "ipv6", Shape.of(found.ipv6Address()),
            "subnet_id", Shape.of(found.subnetId())));
  }
}
