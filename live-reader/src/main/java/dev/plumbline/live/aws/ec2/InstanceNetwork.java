package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6Address;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.InstancePrivateIpAddress;

/**
 * What Terraform shows of an instance's interfaces: the primary one's addresses, and those others
 * that the code attaches; any more were attached by somebody else and belong to them.
 *
 * @param values under Terraform's names
 */
record InstanceNetwork(Map<String, Value> values) {

  static InstanceNetwork of(RecordedResource recorded, Instance instance) {
    Map<String, Value> values = new TreeMap<>();
    Optional<InstanceNetworkInterface> primary =
        instance.networkInterfaces().stream().filter(each -> index(each) == 0).findFirst();
    List<InstanceIpv6Address> ipv6 =
        primary.map(InstanceNetworkInterface::ipv6Addresses).orElseGet(List::of);
    values.put(
        "primary_network_interface_id",
        Shape.of(primary.map(InstanceNetworkInterface::networkInterfaceId).orElse(null)));
    values.put(
        "associate_public_ip_address",
        Value.of(
            primary
                .map(each -> each.association() != null)
                .orElse(instance.publicIpAddress() != null)));
    values.put("ipv6_address_count", Value.of(ipv6.size()));
    values.put(
        "ipv6_addresses", Shape.of(ipv6.stream().map(InstanceIpv6Address::ipv6Address).toList()));
    values.put(
        "enable_primary_ipv6",
        ipv6.stream().anyMatch(each -> Boolean.TRUE.equals(each.isPrimaryIpv6()))
            ? Value.of(true)
            : Value.none());
    values.put("secondary_private_ips", secondary(primary));
    values.put("network_interface", attached(recorded, instance));
    return new InstanceNetwork(values);
  }

  private static Value secondary(Optional<InstanceNetworkInterface> primary) {
    return Shape.of(
        primary.stream()
            .flatMap(each -> each.privateIpAddresses().stream())
            .filter(address -> !Boolean.TRUE.equals(address.primary()))
            .map(InstancePrivateIpAddress::privateIpAddress)
            .toList());
  }

  private static Value attached(RecordedResource recorded, Instance instance) {
    List<Value> indexes =
        recorded.at("network_interface").items().stream()
            .map(block -> block.at("device_index"))
            .toList();
    return Value.of(
        instance.networkInterfaces().stream()
            .filter(each -> indexes.contains(Value.of(index(each))))
            .map(InstanceNetwork::block)
            .toList());
  }

  private static Value block(InstanceNetworkInterface of) {
    InstanceNetworkInterfaceAttachment attachment = of.attachment();
    return Value.of(
        Map.of(
            "device_index", Value.of(index(of)),
            "network_card_index", Shape.of(attachment.networkCardIndex()),
            "network_interface_id", Shape.of(of.networkInterfaceId()),
            "delete_on_termination", Shape.of(attachment.deleteOnTermination())));
  }

  private static long index(InstanceNetworkInterface of) {
    return of.attachment() == null
        ? -1
        : Objects.requireNonNullElse(of.attachment().deviceIndex(), 0);
  }

  void putInto(Attributes attributes) {
    values.forEach(attributes::put);
  }
}
