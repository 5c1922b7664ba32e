package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
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
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameOptionsOnLaunch;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;

/** {@code aws_subnet}. One listing answers everything about all of them. */
public final class Subnet implements ResourceType {

  private static final String LIST = "ec2:DescribeSubnets";

  @Override
  public String name() {
    return "aws_subnet";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(
        "only used when the subnet is created",
        "ipv4_ipam_pool_id",
        "ipv4_netmask_length",
        "ipv6_ipam_pool_id",
        "ipv6_netmask_length");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, software.amazon.awssdk.services.ec2.model.Subnet> subnets =
        Listings.byId(
            batch.scope(),
            batch.ids(),
            ids -> list(batch.scope(), List.of(Ec2.filter("subnet-id", ids))),
            () -> all(batch.scope()),
            software.amazon.awssdk.services.ec2.model.Subnet::subnetId);
    return batch.each(
        recorded ->
            Optional.ofNullable(subnets.get(recorded.id()))
                .map(subnet -> observed(batch, subnet))
                .orElseGet(
                    () -> new Observation.Gone("it is not in the completed listing of " + LIST)));
  }

  private static Observation observed(
      Batch batch, software.amazon.awssdk.services.ec2.model.Subnet subnet) {
    Optional<SubnetIpv6CidrBlockAssociation> ipv6 =
        subnet.ipv6CidrBlockAssociationSet().stream()
            .filter(
                each -> each.ipv6CidrBlockState().state() == SubnetCidrBlockStateCode.ASSOCIATED)
            .findFirst();
    Optional<PrivateDnsNameOptionsOnLaunch> names =
        Optional.ofNullable(subnet.privateDnsNameOptionsOnLaunch());
    return batch
        .attributes()
        .from(subnet)
        .put("id", subnet.subnetId())
        .put("arn", subnet.subnetArn())
        .put(
            "ipv6_cidr_block", ipv6.map(SubnetIpv6CidrBlockAssociation::ipv6CidrBlock).orElse(null))
        .put(
            "ipv6_cidr_block_association_id",
            ipv6.map(SubnetIpv6CidrBlockAssociation::associationId).orElse(null))
        .put(
            "private_dns_hostname_type_on_launch",
            names.map(PrivateDnsNameOptionsOnLaunch::hostnameTypeAsString).orElse(null))
        .put(
            "enable_resource_name_dns_a_record_on_launch",
            names.map(PrivateDnsNameOptionsOnLaunch::enableResourceNameDnsARecord).orElse(null))
        .put(
            "enable_resource_name_dns_aaaa_record_on_launch",
            names.map(PrivateDnsNameOptionsOnLaunch::enableResourceNameDnsAAAARecord).orElse(null))
        .tags(subnet.tags())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return all(scope).stream()
        .filter(subnet -> !Boolean.TRUE.equals(subnet.defaultForAz()))
        .filter(subnet -> scope.account().equals(subnet.ownerId()))
        .map(software.amazon.awssdk.services.ec2.model.Subnet::subnetId)
        .toList();
  }

  private static List<software.amazon.awssdk.services.ec2.model.Subnet> all(AwsScope scope) {
    return scope.shared(LIST, () -> list(scope, List.of()));
  }

  private static List<software.amazon.awssdk.services.ec2.model.Subnet> list(
      AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeSubnetsPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .subnets()
                .stream()
                .toList());
  }
}
