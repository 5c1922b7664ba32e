package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;

/**
 * Routes in the form of {@code aws_route_table}'s blocks: from EC2's answer, from the state's
 * blocks and from {@code aws_route}.
 */
final class RouteBlocks {

  /** What nobody can take out of a table, and so nobody writes into code. */
  private static final Set<String> GIVEN = Set.of("local", "VpcLattice");

  private static final String ENDPOINT = "vpce-";

  /** A block's names for the destination, by {@code aws_route}'s. */
  private static final Map<String, String> DESTINATIONS =
      Map.of(
          "destination_cidr_block", "cidr_block",
          "destination_ipv6_cidr_block", "ipv6_cidr_block",
          "destination_prefix_list_id", "destination_prefix_list_id");

  private static final List<String> TARGETS =
      List.of(
          "carrier_gateway_id",
          "core_network_arn",
          "egress_only_gateway_id",
          "gateway_id",
          "local_gateway_id",
          "nat_gateway_id",
          "network_interface_id",
          "transit_gateway_id",
          "vpc_endpoint_id",
          "vpc_peering_connection_id");

  private RouteBlocks() {}

  /**
   * The routes that the provider writes into a table: not the local ones, not those that a gateway
   * endpoint or a virtual private gateway puts there, nor those to interfaces that an AWS service
   * runs for the account.
   */
  static Value of(List<Route> routes, Set<String> foreignInterfaces) {
    return Value.of(
        routes.stream()
            .filter(route -> route.gatewayId() == null || !GIVEN.contains(route.gatewayId()))
            .filter(route -> route.origin() != RouteOrigin.ENABLE_VGW_ROUTE_PROPAGATION)
            .filter(route -> route.destinationPrefixListId() == null || !toEndpoint(route))
            .filter(
                route ->
                    route.networkInterfaceId() == null
                        || !foreignInterfaces.contains(route.networkInterfaceId()))
            .map(RouteBlocks::block)
            .toList());
  }

  /** A route's destination and targets under the names of {@code aws_route}. */
  static Map<String, Value> attributes(Route route) {
    Map<String, Value> values = new TreeMap<>(Shape.fields(route).entries());
    values.put("egress_only_gateway_id", Shape.of(route.egressOnlyInternetGatewayId()));
    values.put("vpc_endpoint_id", Value.none());
    if (toEndpoint(route)) {
      values.put("vpc_endpoint_id", Value.of(route.gatewayId()));
      values.put("gateway_id", Value.none());
    }
    return values;
  }

  /** Blocks with only what is set in them. */
  static List<Value> parts(Value blocks) {
    return blocks.items().stream().map(RouteBlocks::part).toList();
  }

  /** The block that an {@code aws_route} owns. */
  static List<Value> ofRoute(Value.Mapping route) {
    return List.of(part(block(route)));
  }

  /** An address block in one spelling; an IPv6 one has many. */
  static String canonical(String block) {
    int slash = block.indexOf('/');
    if (slash < 0 || block.indexOf(':') < 0) {
      return block;
    }
    try {
      return InetAddress.ofLiteral(block.substring(0, slash)).getHostAddress()
          + block.substring(slash);
    } catch (IllegalArgumentException _) {
      return block;
    }
  }

  private static boolean toEndpoint(Route route) {
    return Optional.ofNullable(route.gatewayId()).filter(id -> id.startsWith(ENDPOINT)).isPresent();
  }

  private static Value block(Route route) {
    return block(Value.of(attributes(route)));
  }

  private static Value block(Value.Mapping route) {
    Map<String, Value> block = new TreeMap<>();
    DESTINATIONS.forEach((theirs, ours) -> block.put(ours, route.at(theirs)));
    TARGETS.forEach(target -> block.put(target, route.at(target)));
    return Value.of(block);
  }

  private static Value part(Value block) {
    Map<String, Value> part = new TreeMap<>();
    DESTINATIONS.values().forEach(name -> part.put(name, block.at(name)));
    TARGETS.forEach(target -> part.put(target, block.at(target)));
    part.values().removeIf(Value::isEmpty);
    return Value.of(part);
  }
}
