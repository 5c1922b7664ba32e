package dev.plumbline.live.aws.route53;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A record set under the names of {@code aws_route53_record}. */
final class RecordSetAttributes {

  private RecordSetAttributes() {}

  static Attributes of(Attributes attributes, RecordedResource recorded, ResourceRecordSet set) {
    routing(attributes, set);
    return attributes
        .put("type", set.typeAsString())
        .put("fqdn", fqdn(recorded, set.name()))
        .put("ttl", set.ttl())
        .put("records", values(set))
        .put("alias", alias(recorded, set.aliasTarget()))
        .put("health_check_id", set.healthCheckId())
        .put("set_identifier", set.setIdentifier());
  }

  private static void routing(Attributes attributes, ResourceRecordSet set) {
    attributes
        .put("cidr_routing_policy", set.cidrRoutingConfig())
        .put("failover_routing_policy", block("type", set.failoverAsString()))
        .put("latency_routing_policy", block("region", set.regionAsString()))
        .put("weighted_routing_policy", block("weight", set.weight()))
        .put("multivalue_answer_routing_policy", Boolean.TRUE.equals(set.multiValueAnswer()))
        .put("geoproximity_routing_policy", set.geoProximityLocation())
        .put(
            "geolocation_routing_policy",
            Shape.renamed(
                Shape.of(set.geoLocation()),
                Map.of(
                    "continent_code", "continent",
                    "country_code", "country",
                    "subdivision_code", "subdivision")));
  }

  private static @Nullable Object block(String member, @Nullable Object value) {
    return value == null ? null : Map.of(member, value);
  }

  /** Providers spell escapes and the dot at the end differently. */
  private static String fqdn(RecordedResource recorded, String name) {
    String written = recorded.at("fqdn").text();
    String plain = DomainName.plain(name);
    return DomainName.plain(written).equals(plain) ? written : plain;
  }

  /** Terraform writes a text without the quotes around it, which leaves those between its parts. */
  private static List<String> values(ResourceRecordSet set) {
    boolean texts = set.type() == RRType.TXT || set.type() == RRType.SPF;
    return set.resourceRecords().stream()
        .map(each -> texts ? unquoted(each.value()) : each.value())
        .toList();
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static @Nullable Object alias(RecordedResource recorded, @Nullable AliasTarget target) {
    if (target == null) {
      return null;
    }
    Value blocks = recorded.at("alias");
    Value written = blocks.items().isEmpty() ? Value.none() : blocks.items().getFirst().at("name");
    String name = DomainName.target(target.dnsName());
    return Map.of(
        "name", DomainName.target(written.text()).equals(name) ? written.text() : name,
        "zone_id", target.hostedZoneId(),
        "evaluate_target_health", Boolean.TRUE.equals(target.evaluateTargetHealth()));
  }
}
