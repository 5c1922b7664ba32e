package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;

/** The listing that network ACLs and their rules share within a scan. */
final class NetworkAcls {

  static final String LIST = "ec2:DescribeNetworkAcls";

  private NetworkAcls() {}

  /** The ACLs that the scope's recorded ACLs and rules name, by id. */
  static Map<String, NetworkAcl> byId(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            Listings.byId(
                scope,
                wanted(scope).toList(),
                ids -> list(scope, List.of(Ec2.filter("network-acl-id", ids))),
                () -> list(scope, List.of()),
                NetworkAcl::networkAclId));
  }

  /** Each network's default ACL. */
  static List<NetworkAcl> defaults(AwsScope scope, List<Filter> ofNetworks) {
    if (scope.discovering()) {
      return byId(scope).values().stream()
          .filter(acl -> Boolean.TRUE.equals(acl.isDefault()))
          .toList();
    }
    List<Filter> filters = new ArrayList<>(ofNetworks);
    filters.add(Ec2.filter("default", List.of("true")));
    return list(scope, filters);
  }

  private static Stream<String> wanted(AwsScope scope) {
    return Stream.concat(
        Ec2.named(scope, "id", "aws_network_acl", "aws_default_network_acl"),
        Ec2.named(scope, "network_acl_id", "aws_network_acl_rule"));
  }

  private static List<NetworkAcl> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeNetworkAclsPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .networkAcls()
                .stream()
                .toList());
  }
}
