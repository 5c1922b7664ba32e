package dev.plumbline.live.aws.route53;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecord;

final class Route53ZoneTest {

  private final FakeRoute53 route53 = new FakeRoute53();

  @Test
  void reads_a_public_zone_under_terraforms_own_names() {
    has("Z1", z -> z.delegationSet(d -> d.id("/delegationset/N1").nameServers("ns-2.x", "ns-1.x")));

    Value.Mapping attributes = found(observe("Z1").getFirst());

    assertComplete("aws_route53_zone", attributes);
    assertThat(attributes.at("name")).isEqualTo(Value.of("z1.example"));
    assertThat(attributes.at("comment")).isEqualTo(Value.of("ours"));
    assertThat(attributes.at("arn")).isEqualTo(Value.of("arn:aws:route53:::hostedzone/Z1"));
    assertThat(attributes.at("delegation_set_id")).isEqualTo(Value.of("N1"));
    assertThat(attributes.at("primary_name_server")).isEqualTo(Value.of("ns-2.x"));
    assertThat(attributes.at("name_servers").items())
        .containsExactly(Value.of("ns-1.x"), Value.of("ns-2.x"));
    assertThat(attributes.at("tags_all").at("id")).isEqualTo(Value.of("Z1"));
  }

  @Test
  void a_private_zone_tells_its_servers_in_its_own_record() {
    has("Z1", z -> z.vpCs(v -> v.vpcId("vpc-1").vpcRegion("us-east-1")));
    route53.zones.computeIfPresent(
        "Z1",
        (_, zone) ->
            zone.toBuilder()
                .hostedZone(zone.hostedZone().toBuilder().config(c -> c.privateZone(true)).build())
                .build());
    route53.sets.add(
        route53
            .set("z1.example.", "NS")
            .resourceRecords(ResourceRecord.builder().value("ns-0.").build())
            .build());

    Value.Mapping attributes = found(observe("Z1").getFirst());

    assertThat(attributes.at("primary_name_server")).isEqualTo(Value.of("ns-0."));
    assertThat(attributes.at("vpc").items())
        .containsExactly(
            Value.of(Map.of("vpc_id", Value.of("vpc-1"), "vpc_region", Value.of("us-east-1"))));
    assertThat(route53.asked).contains("records Z1 1");
  }

  @Test
  void tags_are_asked_for_ten_at_a_time_and_of_those_that_exist() {
    String[] ids = IntStream.range(0, 13).mapToObj(i -> "Z" + i).toArray(String[]::new);
    List.of(ids).subList(0, 12).forEach(id -> has(id, _ -> {}));

    List<Observation> zones = observe(ids);

    assertThat(zones.getLast()).isInstanceOf(Observation.Gone.class);
    assertThat(found(zones.get(11)).at("tags_all").at("id")).isEqualTo(Value.of("Z11"));
    assertThat(route53.asked.stream().filter(each -> each.startsWith("tags")))
        .containsExactlyInAnyOrder("tags 10", "tags 2");
    assertThat(route53.asked.stream().filter(each -> each.startsWith("zone "))).hasSize(13);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zone ", "tags"})
  void access_denied_is_unreadable_never_gone(String call) {
    has("Z1", _ -> {});
    route53.failing = call;

    assertThat(observe("Z1").getFirst()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void zones_that_a_service_of_aws_keeps_are_not_discovered() {
    assertThat(route53.discover(new Route53Zone())).containsExactly("Z1");
  }

  @Test
  void an_association_of_its_own_owns_its_network() {
    Value network =
        Value.of(Map.of("vpc_id", Value.of("vpc-1"), "vpc_region", Value.of("us-east-1")));

    assertThat(
            new Route53Zone()
                .rules()
                .siblings()
                .getFirst()
                .elements()
                .orElseThrow()
                .apply((Value.Mapping) network))
        .containsExactly(network);
  }

  private void has(String id, Consumer<GetHostedZoneResponse.Builder> more) {
    GetHostedZoneResponse.Builder zone =
        GetHostedZoneResponse.builder()
            .hostedZone(
                z ->
                    z.id("/hostedzone/" + id)
                        .name(id + ".example.")
                        .config(c -> c.comment("ours").privateZone(false)));
    more.accept(zone);
    route53.zones.put(id, zone.build());
  }

  private List<Observation> observe(String... ids) {
    return route53.observe(
        new Route53Zone(),
        List.of(ids).stream()
            .map(id -> recorded("aws_route53_zone", Map.of("id", Value.of(id))))
            .toArray(RecordedResource[]::new));
  }
}
