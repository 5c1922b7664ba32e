package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * {@code aws_vpc_endpoint_route_table_association}. It is there or it is not: nothing of it can
 * drift.
 */
public final class VpcEndpointRouteTableAssociation implements ResourceType {

  @Override
  public String name() {
    return "aws_vpc_endpoint_route_table_association";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(VpcEndpoints.LIST));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_vpc_endpoint", "id", "vpc_endpoint_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, VpcEndpoint> endpoints = VpcEndpoints.byId(batch.scope());
    return batch.each(
        recorded -> {
          String id = Ec2.required(recorded, "vpc_endpoint_id", VpcEndpoints.LIST);
          String table = Ec2.required(recorded, "route_table_id", VpcEndpoints.LIST);
          VpcEndpoint endpoint = endpoints.get(id);
          if (endpoint == null) {
            return new Observation.Gone(
                "its endpoint %s is not in the completed listing of %s"
                    .formatted(id, VpcEndpoints.LIST));
          }
          return endpoint.routeTableIds().contains(table)
              ? batch
                  .attributes()
                  .put("id", recorded.id())
                  .put("vpc_endpoint_id", id)
                  .put("route_table_id", table)
                  .found()
              : new Observation.Gone(
                  "%s, in %s, is not in %s".formatted(id, VpcEndpoints.LIST, table));
        });
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(
        resource.at("vpc_endpoint_id").text() + "/" + resource.at("route_table_id").text());
  }
}
