package dev.plumbline.live.aws.route53;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.route53.model.DelegationSet;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HostedZoneConfig;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Route 53's answer about one zone under the names of {@code aws_route53_zone}. */
final class ZoneAttributes {

  private ZoneAttributes() {}

  static Attributes of(
      Attributes attributes, AwsScope scope, String id, GetHostedZoneResponse zone) {
    List<String> servers = servers(scope, id, zone);
    return attributes
        .put("id", id)
        .put("zone_id", id)
        .put("arn", "arn:%s:route53:::hostedzone/%s".formatted(scope.partition(), id))
        .put("name", DomainName.plain(zone.hostedZone().name()))
        .put("comment", config(zone).map(HostedZoneConfig::comment).orElse(null))
        .put("delegation_set_id", delegation(zone).map(ZoneAttributes::id).orElse(null))
        .put("primary_name_server", servers.isEmpty() ? null : servers.getFirst())
        .put("name_servers", servers.stream().sorted().toList())
        .put("vpc", zone.vpCs());
  }

  private static Optional<HostedZoneConfig> config(GetHostedZoneResponse zone) {
    return Optional.ofNullable(zone.hostedZone().config());
  }

  private static Optional<DelegationSet> delegation(GetHostedZoneResponse zone) {
    return Optional.ofNullable(zone.delegationSet());
  }

  private static String id(DelegationSet delegation) {
    return delegation.id() == null ? "" : RecordSets.bare(delegation.id());
  }

  /** A private zone is delegated to nobody: its own record names its servers. */
  private static List<String> servers(AwsScope scope, String id, GetHostedZoneResponse zone) {
    boolean secluded =
        config(zone).map(HostedZoneConfig::privateZone).filter(Boolean.TRUE::equals).isPresent();
    return secluded
        ? nameServers(scope, id, zone.hostedZone().name()).stream()
            .flatMap(set -> set.resourceRecords().stream())
            .map(ResourceRecord::value)
            .sorted()
            .toList()
        : delegation(zone).map(DelegationSet::nameServers).orElse(List.of());
  }

  private static Optional<ResourceRecordSet> nameServers(AwsScope scope, String id, String name) {
    if (RecordSets.listed(scope, id)) {
      return RecordSets.of(scope, id).flatMap(sets -> sets.find(name, RRType.NS.toString(), ""));
    }
    return scope.call(
        RecordSets.LIST,
        () ->
            RecordSets.client(scope)
                .listResourceRecordSets(
                    r ->
                        r.hostedZoneId(id)
                            .startRecordName(name)
                            .startRecordType(RRType.NS)
                            .maxItems("1"))
                .resourceRecordSets()
                .stream()
                .findFirst());
  }
}
