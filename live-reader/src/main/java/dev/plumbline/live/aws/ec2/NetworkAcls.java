package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;

/**
 * The listing that network ACLs, their rules and the networks that came with one share within a
 * scan. An account has few of them: a page holds them all, where a filter by id holds 200.
 */
final class NetworkAcls {

  static final String LIST = "ec2:DescribeNetworkAcls";

  private NetworkAcls() {}

  /** The ACLs, by id. */
  static Map<String, NetworkAcl> byId(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            list(scope).stream()
                .collect(Collectors.toMap(NetworkAcl::networkAclId, Function.identity())));
  }

  /** Each network's default ACL. */
  static List<NetworkAcl> defaults(AwsScope scope) {
    return byId(scope).values().stream()
        .filter(acl -> Boolean.TRUE.equals(acl.isDefault()))
        .toList();
  }

  private static List<NetworkAcl> list(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeNetworkAclsPaginator(r -> r.maxResults(Ec2.PAGE))
                .networkAcls()
                .stream()
                .toList());
  }
}
