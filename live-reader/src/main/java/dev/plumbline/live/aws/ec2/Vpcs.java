package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** The listing that networks and the default network share within a scan. */
final class Vpcs {

  static final String LIST = "ec2:DescribeVpcs";

  private Vpcs() {}

  /** The scope's recorded networks, or all of them where everything is asked for, by id. */
  static Map<String, Vpc> byId(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            Listings.byId(
                scope,
                Ec2.named(scope, "id", "aws_vpc", "aws_default_vpc").toList(),
                ids -> list(scope, List.of(Ec2.filter("vpc-id", ids))),
                () -> list(scope, List.of()),
                Vpc::vpcId));
  }

  /** The ids of the account's default networks, of those listed. */
  static Set<String> defaults(AwsScope scope) {
    return byId(scope).values().stream()
        .filter(network -> Boolean.TRUE.equals(network.isDefault()))
        .map(Vpc::vpcId)
        .collect(Collectors.toSet());
  }

  private static List<Vpc> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeVpcsPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .vpcs()
                .stream()
                .toList());
  }
}
