package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Ipv4PrefixSpecification;
import software.amazon.awssdk.services.ec2.model.Ipv6PrefixSpecification;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceIpv6Address;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePrivateIpAddress;

/**
 * An interface's addresses, which Terraform shows as a set, as a list and by their number.
 *
 * @param values under Terraform's names
 */
record InterfaceAddresses(Map<String, Value> values) {

  static InterfaceAddresses of(NetworkInterface of) {
    Map<String, Value> values = new TreeMap<>();
    List<String> private4 =
        of.privateIpAddresses().stream()
            .map(NetworkInterfacePrivateIpAddress::privateIpAddress)
            .toList();
    List<String> all6 =
        of.ipv6Addresses().stream().map(NetworkInterfaceIpv6Address::ipv6Address).toList();
    values.put("private_ip", Shape.of(of.privateIpAddress()));
    values.put("private_ips", Shape.of(private4));
    values.put("private_ip_list", Shape.of(private4));
    values.put("private_ips_count", Value.of(Math.max(0, private4.size() - 1)));
    values.put("ipv6_addresses", Shape.of(all6));
    values.put("ipv6_address_list", Shape.of(all6));
    values.put("ipv6_address_count", Value.of(all6.size()));
    values.put(
        "enable_primary_ipv6",
        of.ipv6Addresses().stream().anyMatch(each -> Boolean.TRUE.equals(each.isPrimaryIpv6()))
            ? Value.of(true)
            : Value.none());
    prefixes(values, of);
    return new InterfaceAddresses(values);
  }

  private static void prefixes(Map<String, Value> values, NetworkInterface of) {
    values.put(
        "ipv4_prefixes",
        Shape.of(of.ipv4Prefixes().stream().map(Ipv4PrefixSpecification::ipv4Prefix).toList()));
    values.put("ipv4_prefix_count", Value.of(of.ipv4Prefixes().size()));
    values.put(
        "ipv6_prefixes",
        Shape.of(of.ipv6Prefixes().stream().map(Ipv6PrefixSpecification::ipv6Prefix).toList()));
    values.put("ipv6_prefix_count", Value.of(of.ipv6Prefixes().size()));
  }

  void putInto(Attributes attributes) {
    values.forEach(attributes::put);
  }
}
