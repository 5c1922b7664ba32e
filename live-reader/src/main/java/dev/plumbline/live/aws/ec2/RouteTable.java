package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.PropagatingVgw;
import software.amazon.awssdk.services.ec2.model.Route;

/**
 * {@code aws_route_table}. Its {@code route} holds every route that can be written, whoever owns
 * it; what {@code aws_route}s of the same state own is taken off.
 */
public final class RouteTable implements ResourceType {

  /** What FSx writes on the tables it keeps routes in; the provider looks past it. */
  private static final String OF_FSX = "AmazonFSx";

  @Override
  public String name() {
    return "aws_route_table";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(RouteTables.LIST, Interfaces.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withParts("route", RouteBlocks::parts)
        .with(Sibling.elements("route", "aws_route", "route_table_id", "id", RouteBlocks::ofRoute))
        .with(
            Sibling.elements(
                "propagating_vgws",
                "aws_vpn_gateway_route_propagation",
                "route_table_id",
                "id",
                propagation -> List.of(propagation.at("vpn_gateway_id"))));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, software.amazon.awssdk.services.ec2.model.RouteTable> tables =
        RouteTables.byId(batch.scope());
    Set<String> foreign = foreignInterfaces(batch, tables.values());
    return batch.each(
        recorded -> {
          var table = tables.get(recorded.id());
          return table == null ? Ec2.notListed(RouteTables.LIST) : observed(batch, table, foreign);
        });
  }

  private static Set<String> foreignInterfaces(
      Batch batch, Collection<software.amazon.awssdk.services.ec2.model.RouteTable> tables) {
    Set<String> own = Set.copyOf(batch.ids());
    return Interfaces.foreign(
        batch.scope(),
        tables.stream()
            .filter(table -> own.contains(table.routeTableId()))
            .flatMap(table -> table.routes().stream())
            .map(Route::networkInterfaceId)
            .filter(id -> id != null && !id.isEmpty())
            .collect(Collectors.toSet()));
  }

  private static Observation observed(
      Batch batch,
      software.amazon.awssdk.services.ec2.model.RouteTable table,
      Set<String> foreignInterfaces) {
    String id = table.routeTableId();
    return batch
        .attributes()
        .put("id", id)
        .put("default_route_table_id", id)
        .put("arn", Ec2.arn(batch.scope(), table.ownerId(), "route-table/", id))
        .put("owner_id", table.ownerId())
        .put("vpc_id", table.vpcId())
        .put(
            "propagating_vgws",
            table.propagatingVgws().stream().map(PropagatingVgw::gatewayId).toList())
        .put("route", RouteBlocks.of(table.routes(), foreignInterfaces))
        .tags(table.tags().stream().filter(tag -> !tag.key().equals(OF_FSX)).toList())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> formerMains =
        Ec2.named(scope, "original_route_table_id", "aws_main_route_table_association")
            .collect(Collectors.toSet());
    return RouteTables.byId(scope).values().stream()
        .filter(table -> !RouteTables.isMain(table))
        .filter(table -> !formerMains.contains(table.routeTableId()))
        .filter(table -> scope.account().equals(table.ownerId()))
        .map(software.amazon.awssdk.services.ec2.model.RouteTable::routeTableId)
        .toList();
  }
}
