package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** {@code aws_route}. Its id is the provider's own; it is found by its table and destination. */
public final class Route implements ResourceType {

  private static final List<String> DESTINATIONS =
      List.of(
          "destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id");

  @Override
  public String name() {
    return "aws_route";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(RouteTables.LIST));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_route_table", "id", "route_table_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, RouteTable> tables = RouteTables.byId(batch.scope());
    return batch.each(
        recorded -> {
          String id = Ec2.required(recorded, "route_table_id", RouteTables.LIST);
          RouteTable table = tables.get(id);
          return table == null
              ? new Observation.Gone(
                  "its table %s is not in the completed listing of %s"
                      .formatted(id, RouteTables.LIST))
              : observed(batch, recorded, table);
        });
  }

  private static Observation observed(Batch batch, RecordedResource recorded, RouteTable table) {
    String attribute =
        DESTINATIONS.stream()
            .filter(name -> !recorded.at(name).isEmpty())
            .findFirst()
            .orElse(DESTINATIONS.getFirst());
    String destination = Ec2.required(recorded, attribute, RouteTables.LIST);
    return table.routes().stream()
        .filter(
            route ->
                destinations(route)
                    .anyMatch(
                        each ->
                            RouteBlocks.canonical(each).equals(RouteBlocks.canonical(destination))))
        .findFirst()
        .map(
            route -> {
              Attributes attributes = batch.attributes();
              RouteBlocks.attributes(route).forEach(attributes::put);
              return attributes
                  .put("id", recorded.id())
                  .put("route_table_id", table.routeTableId())
                  .put(attribute, destination)
                  .found();
            })
        .<Observation>map(found -> found)
        .orElseGet(
            () ->
                new Observation.Gone(
                    "%s, in %s, has no route to %s"
                        .formatted(table.routeTableId(), RouteTables.LIST, destination)));
  }

  private static Stream<String> destinations(
      software.amazon.awssdk.services.ec2.model.Route route) {
    return Stream.of(
            Optional.ofNullable(route.destinationCidrBlock()),
            Optional.ofNullable(route.destinationIpv6CidrBlock()),
            Optional.ofNullable(route.destinationPrefixListId()))
        .flatMap(Optional::stream);
  }
}
