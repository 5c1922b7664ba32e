package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.PrefixList;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** The listings that endpoints and their associations share within a scan. */
final class VpcEndpoints {

  static final String LIST = "ec2:DescribeVpcEndpoints";
  static final String PREFIX_LISTS = "ec2:DescribePrefixLists";

  /** EC2's limit of values in one filter. */
  private static final int FILTER_VALUES = 200;

  private VpcEndpoints() {}

  /** The endpoints that the scope's recorded endpoints and associations name, by id. */
  static Map<String, VpcEndpoint> byId(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            Listings.byId(
                scope,
                wanted(scope).toList(),
                ids -> list(scope, List.of(Ec2.filter("vpc-endpoint-id", ids))),
                () -> list(scope, List.of()),
                VpcEndpoint::vpcEndpointId));
  }

  /** The lists of addresses that belong to those of these services that have one, by service. */
  static Map<String, PrefixList> prefixLists(AwsScope scope, Collection<String> services) {
    Map<String, PrefixList> lists = new HashMap<>();
    if (!services.isEmpty()) {
      List<Filter> filters =
          services.size() > FILTER_VALUES
              ? List.of()
              : List.of(Ec2.filter("prefix-list-name", services));
      prefixLists(scope, filters).forEach(list -> lists.put(list.prefixListName(), list));
    }
    return lists;
  }

  private static Stream<String> wanted(AwsScope scope) {
    return Stream.concat(
        Ec2.named(scope, "id", "aws_vpc_endpoint"),
        Ec2.named(scope, "vpc_endpoint_id", "aws_vpc_endpoint_route_table_association"));
  }

  private static List<VpcEndpoint> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeVpcEndpointsPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .vpcEndpoints()
                .stream()
                .toList());
  }

  private static List<PrefixList> prefixLists(AwsScope scope, List<Filter> filters) {
    return scope.call(
        PREFIX_LISTS,
        () ->
            Ec2.client(scope)
                .describePrefixListsPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .prefixLists()
                .stream()
                .toList());
  }
}
