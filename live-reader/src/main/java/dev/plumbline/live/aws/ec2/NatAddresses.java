package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;

/**
 * A NAT gateway's addresses: the primary one, which is the only one where EC2 calls none primary,
 * and the others.
 */
record NatAddresses(Optional<NatGatewayAddress> primary, List<NatGatewayAddress> secondary) {

  static NatAddresses of(List<NatGatewayAddress> addresses) {
    List<NatGatewayAddress> primary =
        addresses.stream().filter(each -> first(each, addresses)).toList();
    return new NatAddresses(
        primary.stream().findFirst(),
        addresses.stream().filter(each -> !primary.contains(each)).toList());
  }

  private static boolean first(NatGatewayAddress address, List<NatGatewayAddress> all) {
    return Boolean.TRUE.equals(address.isPrimary()) || all.size() == 1;
  }

  Attributes putInto(Attributes attributes) {
    List<String> privates = secondary(NatGatewayAddress::privateIp);
    return attributes
        .put("allocation_id", primary.map(NatGatewayAddress::allocationId).orElse(null))
        .put("association_id", primary.map(NatGatewayAddress::associationId).orElse(null))
        .put(
            "network_interface_id", primary.map(NatGatewayAddress::networkInterfaceId).orElse(null))
        .put("private_ip", primary.map(NatGatewayAddress::privateIp).orElse(null))
        .put("public_ip", primary.map(NatGatewayAddress::publicIp).orElse(null))
        .put("secondary_allocation_ids", secondary(NatGatewayAddress::allocationId))
        .put("secondary_private_ip_address_count", privates.size())
        .put("secondary_private_ip_addresses", privates);
  }

  private List<String> secondary(Function<NatGatewayAddress, String> part) {
    return secondary.stream()
        .flatMap(each -> Stream.ofNullable(part.apply(each)))
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
