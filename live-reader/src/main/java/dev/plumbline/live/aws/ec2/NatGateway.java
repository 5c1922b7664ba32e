package dev.plumbline.live.aws.ec2;

import static software.amazon.awssdk.services.ec2.model.NatGatewayState.DELETED;
import static software.amazon.awssdk.services.ec2.model.NatGatewayState.DELETING;
import static software.amazon.awssdk.services.ec2.model.NatGatewayState.PENDING;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;

/** {@code aws_nat_gateway}. EC2 goes on listing a deleted one for about an hour. */
public final class NatGateway implements ResourceType {

  private static final String LIST = "ec2:DescribeNatGateways";

  private static final Set<NatGatewayState> MOVING = Set.of(PENDING, DELETING);

  @Override
  public String name() {
    return "aws_nat_gateway";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(
            Sibling.elements(
                "secondary_allocation_ids",
                "aws_nat_gateway_eip_association",
                "nat_gateway_id",
                "id",
                association -> List.of(association.at("allocation_id"))))
        .with(ofSecondary("secondary_private_ip_addresses"))
        .with(ofSecondary("secondary_private_ip_address_count"));
  }

  private static Sibling ofSecondary(String attribute) {
    return Sibling.whole(attribute, "aws_nat_gateway_eip_association", "nat_gateway_id", "id");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_subnet", "id", "subnet_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AwsScope scope = batch.scope();
    Map<String, software.amazon.awssdk.services.ec2.model.NatGateway> gateways =
        Listings.byId(
            scope,
            batch.ids(),
            ids -> list(scope, List.of(Ec2.filter("nat-gateway-id", ids))),
            () -> all(scope),
            software.amazon.awssdk.services.ec2.model.NatGateway::natGatewayId);
    return batch.each(
        recorded -> {
          var gateway = gateways.get(recorded.id());
          return gateway == null ? Ec2.notListed(LIST) : observed(batch, gateway);
        });
  }

  private static Observation observed(
      Batch batch, software.amazon.awssdk.services.ec2.model.NatGateway gateway) {
    if (gateway.state() == DELETED) {
      return new Observation.Gone(LIST + " gives its state as deleted");
    }
    if (MOVING.contains(gateway.state())) {
      throw Ec2.moving(LIST, gateway.stateAsString());
    }
    return NatAddresses.of(gateway.natGatewayAddresses())
        .putInto(batch.attributes())
        .put("id", gateway.natGatewayId())
        .put("connectivity_type", gateway.connectivityTypeAsString())
        .put("subnet_id", gateway.subnetId())
        .tags(gateway.tags())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return all(scope).stream()
        .filter(gateway -> gateway.state() != DELETED && gateway.state() != DELETING)
        .map(software.amazon.awssdk.services.ec2.model.NatGateway::natGatewayId)
        .toList();
  }

  private static List<software.amazon.awssdk.services.ec2.model.NatGateway> all(AwsScope scope) {
    return scope.shared(LIST, () -> list(scope, List.of()));
  }

  private static List<software.amazon.awssdk.services.ec2.model.NatGateway> list(
      AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeNatGatewaysPaginator(r -> r.filter(filters).maxResults(Ec2.PAGE))
                .natGateways()
                .stream()
                .toList());
  }
}
