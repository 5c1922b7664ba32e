package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.PrefixList;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * The listings that endpoints and their associations share within a scan. An account has few
 * endpoints: a page holds them all, where a filter by id holds 200.
 */
final class VpcEndpoints {

  static final String LIST = "ec2:DescribeVpcEndpoints";
  static final String PREFIX_LISTS = "ec2:DescribePrefixLists";

  /** EC2's limit of values in one filter. */
  private static final int FILTER_VALUES = 200;

  private VpcEndpoints() {}

  /** The endpoints, by id. */
  static Map<String, VpcEndpoint> byId(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            list(scope).stream()
                .collect(Collectors.toMap(VpcEndpoint::vpcEndpointId, Function.identity())));
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

  private static List<VpcEndpoint> list(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeVpcEndpointsPaginator(r -> r.maxResults(Ec2.PAGE))
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
