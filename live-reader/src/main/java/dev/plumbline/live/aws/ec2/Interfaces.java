package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachment;

/** Network interfaces that routes and endpoints name. */
final class Interfaces {

  static final String LIST = "ec2:DescribeNetworkInterfaces";

  private Interfaces() {}

  /** Those of these ids that exist, by id. */
  static Map<String, NetworkInterface> byId(AwsScope scope, Collection<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : Listings.byId(
            scope,
            ids,
            some -> list(scope, List.of(Ec2.filter("network-interface-id", some))),
            () -> all(scope),
            NetworkInterface::networkInterfaceId);
  }

  /** Those of these ids that are attached to what another account, such as an AWS service, runs. */
  static Set<String> foreign(AwsScope scope, Collection<String> ids) {
    return byId(scope, ids).values().stream()
        .filter(
            each ->
                Optional.ofNullable(each.attachment())
                    .map(NetworkInterfaceAttachment::instanceOwnerId)
                    .filter(owner -> each.ownerId() != null && !owner.equals(each.ownerId()))
                    .isPresent())
        .map(NetworkInterface::networkInterfaceId)
        .collect(Collectors.toSet());
  }

  static List<NetworkInterface> all(AwsScope scope) {
    return scope.shared(LIST, () -> list(scope, List.of()));
  }

  private static List<NetworkInterface> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeNetworkInterfacesPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .networkInterfaces()
                .stream()
                .toList());
  }
}
