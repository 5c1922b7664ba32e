package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/**
 * {@code aws_route_table_association}. EC2 gives an association a new id whenever it is moved to
 * another table, so the recorded one is then gone, for the provider as for us.
 */
public final class RouteTableAssociation implements ResourceType {

  @Override
  public String name() {
    return "aws_route_table_association";
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
    Map<String, software.amazon.awssdk.services.ec2.model.RouteTableAssociation> associations =
        RouteTables.associations(batch.scope());
    return batch.each(
        recorded -> {
          var association = associations.get(recorded.id());
          return association == null
              ? Ec2.notListed(RouteTables.LIST)
              : batch
                  .attributes()
                  .from(association)
                  .put("id", association.routeTableAssociationId())
                  .found();
        });
  }

  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> own =
        RouteTables.byId(scope).values().stream()
            .filter(table -> scope.account().equals(table.ownerId()))
            .map(RouteTable::routeTableId)
            .collect(Collectors.toSet());
    return RouteTables.associations(scope).values().stream()
        .filter(association -> !Boolean.TRUE.equals(association.main()))
        .filter(association -> own.contains(association.routeTableId()))
        .map(
            association ->
                Optional.ofNullable(association.subnetId()).orElse(association.gatewayId())
                    + "/"
                    + association.routeTableId())
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    String subnet = resource.at("subnet_id").text();
    return List.of(
        (subnet.isEmpty() ? resource.at("gateway_id").text() : subnet)
            + "/"
            + resource.at("route_table_id").text());
  }
}
