package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code aws_vpc_endpoint}. Three calls for all of them: the endpoints, their interfaces and the
 * address lists of their services.
 */
public final class VpcEndpoint implements ResourceType {

  private static final Set<String> MOVING = Set.of("pending", "deleting");

  @Override
  public String name() {
    return "aws_vpc_endpoint";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(VpcEndpoints.LIST, VpcEndpoints.PREFIX_LISTS, Interfaces.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable("only used when the endpoint is accepted", "auto_accept")
        .with(Meaning.POLICY, "policy")
        .with(Meaning.CASE_INSENSITIVE, "state", "ip_address_type")
        .with(Meaning.UNORDERED, "cidr_blocks", "dns_entry")
        .with(owned("policy", "aws_vpc_endpoint_policy"))
        .with(owned("private_dns_enabled", "aws_vpc_endpoint_private_dns"))
        .with(owned("network_interface_ids", "aws_vpc_endpoint_subnet_association"))
        .with(owned("subnet_configuration", "aws_vpc_endpoint_subnet_association"))
        .with(part("route_table_ids", "route_table", "route_table_id"))
        .with(part("security_group_ids", "security_group", "security_group_id"))
        .with(part("subnet_ids", "subnet", "subnet_id"));
  }

  private static Sibling owned(String attribute, String type) {
    return Sibling.whole(attribute, type, "vpc_endpoint_id", "id");
  }

  private static Sibling part(String attribute, String kind, String theirs) {
    return Sibling.elements(
        attribute,
        "aws_vpc_endpoint_%s_association".formatted(kind),
        "vpc_endpoint_id",
        "id",
        association -> List.of(association.at(theirs)));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, software.amazon.awssdk.services.ec2.model.VpcEndpoint> endpoints =
        VpcEndpoints.byId(batch.scope());
    EndpointParts parts =
        EndpointParts.of(
            batch.scope(),
            batch.ids().stream().filter(endpoints::containsKey).map(endpoints::get).toList());
    return batch.each(
        recorded -> {
          var endpoint = endpoints.get(recorded.id());
          return endpoint == null
              ? Ec2.notListed(VpcEndpoints.LIST)
              : observed(batch, endpoint, parts);
        });
  }

  private static Observation observed(
      Batch batch,
      software.amazon.awssdk.services.ec2.model.VpcEndpoint endpoint,
      EndpointParts parts) {
    String state = String.valueOf(endpoint.stateAsString()).toLowerCase(Locale.ROOT);
    if (state.equals("deleted")) {
      return new Observation.Gone(VpcEndpoints.LIST + " gives its state as deleted");
    }
    if (MOVING.contains(state)) {
      throw Ec2.moving(VpcEndpoints.LIST, state);
    }
    return parts.putInto(batch.attributes(), batch.scope(), endpoint).found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return VpcEndpoints.byId(scope).values().stream()
        .filter(endpoint -> !Boolean.TRUE.equals(endpoint.requesterManaged()))
        .filter(
            endpoint ->
                !String.valueOf(endpoint.stateAsString())
                    .toLowerCase(Locale.ROOT)
                    .startsWith("delet"))
        .map(software.amazon.awssdk.services.ec2.model.VpcEndpoint::vpcEndpointId)
        .toList();
  }
}
