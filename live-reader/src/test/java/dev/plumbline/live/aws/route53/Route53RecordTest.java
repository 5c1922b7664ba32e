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
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

final class Route53RecordTest {

  private final FakeRoute53 route53 = new FakeRoute53();

  @BeforeEach
  void has_a_zone() {
    has(route53.set("example.com.", "SOA"));
    has(route53.set("example.com.", "NS"));
  }

  @Test
  void reads_every_way_of_routing_under_terraforms_own_names() {
    has(
        route53
            .set("www.example.com.", "A")
            .ttl(60L)
            .setIdentifier("one")
            .healthCheckId("hc")
            .weight(0L)
            .region("us-east-1")
            .failover("PRIMARY")
            .multiValueAnswer(true)
            .resourceRecords(value("192.0.2.1"))
            .geoLocation(g -> g.continentCode("EU").countryCode("NO").subdivisionCode("03"))
            .geoProximityLocation(
                g -> g.bias(5).coordinates(c -> c.latitude("59.9").longitude("10.7")))
            .cidrRoutingConfig(c -> c.collectionId("c").locationName("home")));

    Value.Mapping attributes = found(observe(record("www", "A", "one")));

    assertComplete("aws_route53_record", attributes);
    assertThat(block(attributes, "weighted_routing_policy").at("weight")).isEqualTo(Value.of(0));
    assertThat(block(attributes, "latency_routing_policy").at("region"))
        .isEqualTo(Value.of("us-east-1"));
    assertThat(block(attributes, "failover_routing_policy").at("type"))
        .isEqualTo(Value.of("PRIMARY"));
    assertThat(block(attributes, "geolocation_routing_policy"))
        .isEqualTo(
            Value.of(
                Map.of(
                    "continent", Value.of("EU"),
                    "country", Value.of("NO"),
                    "subdivision", Value.of("03"))));
    Value proximity = block(attributes, "geoproximity_routing_policy");
    assertThat(proximity.at("bias")).isEqualTo(Value.of(5));
    assertThat(proximity.at("coordinates").items().getFirst().at("latitude"))
        .isEqualTo(Value.of("59.9"));
    assertThat(block(attributes, "cidr_routing_policy").at("location_name"))
        .isEqualTo(Value.of("home"));
    assertThat(attributes.at("multivalue_answer_routing_policy")).isEqualTo(Value.of(true));
    assertThat(attributes.at("health_check_id")).isEqualTo(Value.of("hc"));
    assertThat(attributes.at("records").items()).containsExactly(Value.of("192.0.2.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "www,                www.example.com.",
    "WWW.example.com,    www.example.com.",
    "www.example.com.,   www.example.com.",
    "'',                 example.com.",
    "*.rooms,            \\052.rooms.example.com.",
    "a@b,                a\\100b.example.com.",
  })
  void a_name_is_found_however_it_is_written(String written, String live) {
    has(route53.set(live, "TXT").resourceRecords(value("\"a\" \"b\"")));

    Value.Mapping attributes = found(observe(record(written, "TXT", "")));

    assertThat(attributes.at("name")).isEqualTo(Value.of(written));
    assertThat(attributes.at("fqdn")).isEqualTo(Value.of(DomainName.plain(live)));
    assertThat(attributes.at("records").items()).containsExactly(Value.of("a\" \"b"));
  }

  @ParameterizedTest
  @CsvSource({
    "dualstack.lb.example, dualstack.LB.example., dualstack.lb.example",
    "lb.example,           dualstack.lb.example., lb.example",
    "other.example,        lb.example.,           lb.example",
  })
  void an_alias_target_is_compared_as_it_was_written(String written, String live, String read) {
    has(
        route53
            .set("www.example.com.", "A")
            .aliasTarget(a -> a.dnsName(live).hostedZoneId("Z2").evaluateTargetHealth(true)));
    Map<String, Value> attributes = new TreeMap<>(record("www", "A", "").attributes().entries());
    attributes.put("alias", Value.of(List.of(Value.of(Map.of("name", Value.of(written))))));

    Value alias = block(found(observe(recorded("aws_route53_record", attributes))), "alias");

    assertThat(alias)
        .isEqualTo(
            Value.of(
                Map.of(
                    "name", Value.of(read),
                    "zone_id", Value.of("Z2"),
                    "evaluate_target_health", Value.of(true))));
  }

  @Test
  void all_records_of_a_zone_are_listed_once() {
    has(route53.set("a.example.com.", "A"));

    List<Observation> both =
        route53.observe(new Route53Record(), record("a", "A", ""), record("b", "A", ""));

    assertThat(both.getFirst()).isInstanceOf(Observation.Found.class);
    assertThat(both.getLast()).isInstanceOf(Observation.Gone.class);
    assertThat(route53.asked).containsExactly("records Z1 300");
  }

  @ParameterizedTest
  @CsvSource({"AAAA, ''", "A, two"})
  void another_type_or_identifier_is_another_record(String type, String identifier) {
    has(route53.set("a.example.com.", "A"));

    assertThat(observe(record("a", type, identifier))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void records_of_a_zone_that_does_not_exist_are_gone() {
    route53.failing = "records";
    route53.failure = "NoSuchHostedZone";

    assertThat(observe(record("a", "A", ""))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    route53.failing = "records";

    assertThat(observe(record("a", "A", ""))).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void what_every_zone_has_is_not_discovered() {
    has(route53.set("\\052.a.example.com.", "A").setIdentifier("x"));
    has(route53.set("sub.example.com.", "NS"));

    assertThat(
            route53.discover(
                new Route53Record(),
                recorded("aws_route53_zone", Map.of("id", Value.of("Z1"))),
                record("a", "A", "")))
        .containsExactly("Z1_*.a.example.com_A_x", "Z1_sub.example.com_NS");
  }

  @Test
  void is_imported_by_its_full_name() {
    assertThat(new Route53Record().importIds(record("a", "A", "x")))
        .containsExactly("Z1_a.example.com_A_x");
  }

  private void has(ResourceRecordSet.Builder set) {
    route53.sets.add(set.build());
  }

  private Observation observe(RecordedResource record) {
    return route53.observe(new Route53Record(), record).getFirst();
  }

  private static ResourceRecord value(String value) {
    return ResourceRecord.builder().value(value).build();
  }

  private static Value block(Value.Mapping attributes, String name) {
    return attributes.at(name).items().getFirst();
  }

  private static RecordedResource record(String name, String type, String identifier) {
    String fqdn = DomainName.full(name, "example.com");
    return recorded(
        "aws_route53_record",
        Map.of(
            "id", Value.of("Z1_" + name),
            "zone_id", Value.of("Z1"),
            "name", Value.of(name),
            "type", Value.of(type),
            "fqdn", Value.of(fqdn),
            "set_identifier", Value.of(identifier)));
  }
}
