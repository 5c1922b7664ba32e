package dev.plumbline.live.aws.route53;

import dev.plumbline.live.aws.AwsScope;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The record sets of one zone, listed once a scan in pages of 300 for everything that is recorded
 * of the zone.
 *
 * @param zone the zone's name
 * @param sets by {@link #key}
 */
record RecordSets(String zone, Map<String, ResourceRecordSet> sets) {

  static final String LIST = "route53:ListResourceRecordSets";
  static final Set<String> NO_ZONE = Set.of("NoSuchHostedZone");

  private static final String PAGE = "300";

  static Route53Client client(AwsScope scope) {
    return scope.client(Route53Client.class, Route53Client::builder);
  }

  /** The zone's sets; empty where Route 53 says that there is no such zone. */
  static Optional<RecordSets> of(AwsScope scope, String zoneId) {
    return scope.shared(
        LIST + " " + zoneId,
        () ->
            scope
                .find(
                    LIST,
                    NO_ZONE,
                    () ->
                        client(scope)
                            .listResourceRecordSetsPaginator(
                                r -> r.hostedZoneId(zoneId).maxItems(PAGE))
                            .resourceRecordSets()
                            .stream()
                            .toList())
                .map(RecordSets::of));
  }

  /** Whether the whole zone is listed anyway, for its records or to find others. */
  static boolean listed(AwsScope scope, String zoneId) {
    return scope.discovering()
        || scope
            .recorded("aws_route53_record")
            .anyMatch(each -> bare(each.at("zone_id").text()).equals(zoneId));
  }

  /** A zone's id, which the API answers with a path before it. */
  static String bare(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private static RecordSets of(List<ResourceRecordSet> all) {
    Map<String, ResourceRecordSet> sets = new LinkedHashMap<>();
    all.forEach(each -> sets.put(key(each), each));
    String zone =
        all.stream()
            .filter(each -> each.type() == RRType.SOA)
            .map(each -> DomainName.plain(each.name()))
            .findFirst()
            .orElse("");
    return new RecordSets(zone, sets);
  }

  /** What tells a set from others of its zone. */
  static String key(String name, String type, String setIdentifier) {
    return String.join(" ", name, type, setIdentifier);
  }

  private static String key(ResourceRecordSet set) {
    String identifier = set.setIdentifier() == null ? "" : set.setIdentifier();
    return key(DomainName.plain(set.name()), set.typeAsString(), identifier);
  }

  Optional<ResourceRecordSet> find(String name, String type, String setIdentifier) {
    return Optional.ofNullable(sets.get(key(DomainName.full(name, zone), type, setIdentifier)));
  }

  /** All but those every zone has: its own name servers and its start of authority. */
  Collection<ResourceRecordSet> own() {
    return sets.values().stream()
        .filter(
            set ->
                !(DomainName.plain(set.name()).equals(zone)
                    && (set.type() == RRType.NS || set.type() == RRType.SOA)))
        .toList();
  }
}
