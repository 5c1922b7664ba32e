package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/**
 * {@code aws_main_route_table_association}: that a network uses this table where a subnet names
 * none. It cannot be imported, and every network has one, so none is ever unmanaged.
 */
public final class MainRouteTableAssociation implements ResourceType {

  @Override
  public String name() {
    return "aws_main_route_table_association";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(RouteTables.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable("only known when the association is made", "original_route_table_id")
        .withUnobservable("fixed by the association's id", "vpc_id");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_vpc", "id", "vpc_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, RouteTableAssociation> associations = RouteTables.associations(batch.scope());
    return batch.each(
        recorded -> {
          RouteTableAssociation association = associations.get(recorded.id());
          if (association == null) {
            return Ec2.notListed(RouteTables.LIST);
          }
          return Boolean.TRUE.equals(association.main())
              ? batch
                  .attributes()
                  .put("id", association.routeTableAssociationId())
                  .put("route_table_id", association.routeTableId())
                  .found()
              : new Observation.Gone(
                  "%s no longer gives it as the main association".formatted(RouteTables.LIST));
        });
  }
}
