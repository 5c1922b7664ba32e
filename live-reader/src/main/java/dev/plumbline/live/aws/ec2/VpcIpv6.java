package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;

/**
 * The one IPv6 block that the provider counts as the network's own: the one the state records, else
 * the last associated.
 *
 * @param values the network's attributes about it, all null where there is none
 */
record VpcIpv6(Map<String, Value> values) {

  static final List<String> ATTRIBUTES =
      List.of(
          "assign_generated_ipv6_cidr_block",
          "ipv6_association_id",
          "ipv6_cidr_block",
          "ipv6_cidr_block_network_border_group",
          "ipv6_ipam_pool_id",
          "ipv6_netmask_length");

  private static final String OF_AMAZON = "Amazon";
  private static final String OF_SOME_IPAM_POOL = "IPAM Managed";

  static VpcIpv6 of(Vpc network, RecordedResource recorded) {
    Map<String, Value> values = new TreeMap<>();
    ATTRIBUTES.forEach(attribute -> values.put(attribute, Value.none()));
    String known = recorded.at("ipv6_association_id").text();
    network.ipv6CidrBlockAssociationSet().stream()
        .filter(each -> each.ipv6CidrBlockState().state() == VpcCidrBlockStateCode.ASSOCIATED)
        .reduce((first, second) -> first.associationId().equals(known) ? first : second)
        .ifPresent(own -> fill(values, own, recorded));
    return new VpcIpv6(values);
  }

  private static void fill(
      Map<String, Value> values, VpcIpv6CidrBlockAssociation own, RecordedResource recorded) {
    String pool = own.ipv6Pool() == null ? "" : own.ipv6Pool();
    boolean ofAmazon = pool.equals(OF_AMAZON);
    values.put("assign_generated_ipv6_cidr_block", Value.of(ofAmazon));
    values.put("ipv6_association_id", Value.of(own.associationId()));
    values.put("ipv6_cidr_block", Value.of(own.ipv6CidrBlock()));
    values.put("ipv6_cidr_block_network_border_group", Shape.of(own.networkBorderGroup()));
    if (pool.isEmpty() || ofAmazon) {
      return;
    }
    values.put(
        "ipv6_ipam_pool_id",
        pool.equals(OF_SOME_IPAM_POOL) ? recorded.at("ipv6_ipam_pool_id") : Value.of(pool));
    String length = own.ipv6CidrBlock().substring(own.ipv6CidrBlock().indexOf('/') + 1);
    values.put("ipv6_netmask_length", Value.of(length));
  }

  Attributes putInto(Attributes attributes) {
    values.forEach(attributes::put);
    return attributes;
  }
}
