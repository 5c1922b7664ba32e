package dev.plumbline.live.aws.route53;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * {@code aws_route53_record}. What it stands for is a zone, a name with or without the zone's
 * behind it, a type and, of several sets of one name, an identifier. A zone's sets are one listing.
 */
public final class Route53Record implements ResourceType {

  @Override
  public String name() {
    return "aws_route53_record";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(RecordSets.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable("local to Terraform", "allow_overwrite");
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_route53_zone", "id", "zone_id"));
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("hostedZoneId", "zone_id");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    String type = recorded.at("type").text();
    return RecordSets.of(batch.scope(), zone(recorded))
        .flatMap(
            sets ->
                sets.find(recorded.at("name").text(), type, recorded.at("set_identifier").text()))
        .<Observation>map(
            set ->
                RecordSetAttributes.of(batch.attributes(), recorded, set)
                    .put("id", recorded.id())
                    .put("zone_id", recorded.at("zone_id").text())
                    .put("name", recorded.at("name").text())
                    .found())
        .orElseGet(
            () ->
                new Observation.Gone(
                    "the completed listing of %s has no %s record of that name"
                        .formatted(RecordSets.LIST, type)));
  }

  /** Those of recorded zones, and of zones whose records are read. */
  @Override
  public List<String> discover(AwsScope scope) {
    List<String> zones =
        Stream.concat(
                scope.recorded("aws_route53_zone").map(RecordedResource::id),
                scope.recorded("aws_route53_record").map(Route53Record::zone))
            .distinct()
            .toList();
    return scope.forAll(zones, zone -> importIds(scope, zone)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> importIds(AwsScope scope, String zone) {
    return RecordSets.of(scope, zone).stream()
        .flatMap(sets -> sets.own().stream())
        .map(set -> importId(zone, set))
        .toList();
  }

  private static String importId(String zone, ResourceRecordSet set) {
    return importId(
        zone,
        DomainName.plain(set.name()),
        set.typeAsString(),
        set.setIdentifier() == null ? "" : set.setIdentifier());
  }

  /** The name in it is the full one, whatever the code says. */
  @Override
  public List<String> importIds(RecordedResource resource) {
    String full = resource.at("fqdn").text();
    String name = full.isEmpty() ? resource.at("name").text() : full;
    return List.of(
        importId(
            zone(resource),
            DomainName.plain(name),
            resource.at("type").text(),
            resource.at("set_identifier").text()));
  }

  private static String importId(String zone, String name, String type, String setIdentifier) {
    String id = String.join("_", zone, name, type);
    return setIdentifier.isEmpty() ? id : id + "_" + setIdentifier;
  }

  private static String zone(RecordedResource recorded) {
    return RecordSets.bare(recorded.at("zone_id").text());
  }
}
