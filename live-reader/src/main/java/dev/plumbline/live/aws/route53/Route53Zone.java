package dev.plumbline.live.aws.route53;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/**
 * {@code aws_route53_zone}, named by its id. The listing lacks networks and name servers: one call
 * each, and their tags by ten.
 */
public final class Route53Zone implements ResourceType {

  private static final String GET = "route53:GetHostedZone";
  private static final String LIST = "route53:ListHostedZones";

  @Override
  public String name() {
    return "aws_route53_zone";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET, LIST, RecordSets.LIST, ResourceTags.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable("local to Terraform", "force_destroy")
        .with(
            Sibling.elements(
                "vpc", "aws_route53_zone_association", "zone_id", "id", Route53Zone::network));
  }

  private static List<Value> network(Value.Mapping association) {
    return List.of(
        Value.of(
            Map.of(
                "vpc_id", association.at("vpc_id"),
                "vpc_region", association.at("vpc_region"))));
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public Set<String> creations() {
    return Set.of("CreateHostedZone");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AwsScope scope = batch.scope();
    List<String> present =
        scope.forAll(batch.ids(), id -> exists(scope, id) ? id : "").stream()
            .filter(id -> !id.isEmpty())
            .toList();
    ResourceTags tags = new ResourceTags(scope, TagResourceType.HOSTEDZONE, present);
    return batch.each(
        recorded ->
            zone(scope, recorded.id())
                .<Observation>map(
                    zone ->
                        ZoneAttributes.of(batch.attributes(), scope, recorded.id(), zone)
                            .tags(tags.of(recorded.id()))
                            .found())
                .orElseGet(() -> new Observation.Gone(GET + " says that the zone does not exist")));
  }

  /** What could not be asked is asked about again, and then told. */
  private static boolean exists(AwsScope scope, String id) {
    try {
      return zone(scope, id).isPresent();
    } catch (ReadFailure _) {
      return false;
    }
  }

  private static Optional<GetHostedZoneResponse> zone(AwsScope scope, String id) {
    return scope.shared(
        GET + " " + id,
        () ->
            scope.find(
                GET,
                RecordSets.NO_ZONE,
                () -> RecordSets.client(scope).getHostedZone(r -> r.id(id))));
  }

  /** All but those that another service of AWS keeps, like Cloud Map's. */
  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            RecordSets.client(scope).listHostedZonesPaginator().hostedZones().stream()
                .filter(zone -> zone.linkedService() == null)
                .map(HostedZone::id)
                .map(RecordSets::bare)
                .toList());
  }
}
