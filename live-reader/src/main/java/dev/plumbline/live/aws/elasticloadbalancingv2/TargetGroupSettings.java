package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * A target group's settings, which the API answers as keys and texts. Which of them Terraform looks
 * at depends on the kind of targets and on the protocol; where it does not look, it keeps what the
 * code says.
 *
 * @param values the settings under Terraform's names
 */
record TargetGroupSettings(Map<String, Value> values) {

  private static final Map<String, String> OF_HOSTS =
      Map.of(
          "deregistration_delay.connection_termination.enabled", "connection_termination",
          "deregistration_delay.timeout_seconds", "deregistration_delay",
          "load_balancing.algorithm.anomaly_mitigation", "load_balancing_anomaly_mitigation",
          "load_balancing.algorithm.type", "load_balancing_algorithm_type",
          "load_balancing.cross_zone.enabled", "load_balancing_cross_zone_enabled",
          "preserve_client_ip.enabled", "preserve_client_ip",
          "proxy_protocol_v2.enabled", "proxy_protocol_v2",
          "slow_start.duration_seconds", "slow_start");

  private static final Map<String, String> OF_FUNCTIONS =
      Map.of("lambda.multi_value_headers.enabled", "lambda_multi_value_headers_enabled");

  private static final Set<ProtocolEnum> HTTP = Set.of(ProtocolEnum.HTTP, ProtocolEnum.HTTPS);
  private static final Set<ProtocolEnum> TCP = Set.of(ProtocolEnum.TCP, ProtocolEnum.TLS);

  static TargetGroupSettings of(TargetGroup group, Map<String, String> settings) {
    Map<String, Value> values = new TreeMap<>();
    names(group.targetType())
        .forEach(
            (key, name) -> {
              if (settings.containsKey(key)) {
                values.put(name, Shape.of(settings.get(key)));
              }
            });
    ProtocolEnum protocol = group.protocol();
    values.put("stickiness", stickiness(protocol, settings));
    values.put(
        "target_failover",
        protocol == ProtocolEnum.GENEVE ? failover(settings) : Value.of(Map.of()));
    values.put(
        "target_health_state",
        protocol != null && TCP.contains(protocol) ? unhealthy(settings) : Value.of(Map.of()));
    values.put(
        "target_group_health",
        protocol == ProtocolEnum.GENEVE ? Value.of(Map.of()) : health(settings));
    return new TargetGroupSettings(values);
  }

  private static Map<String, String> names(TargetTypeEnum type) {
    return switch (type) {
      case INSTANCE, IP -> OF_HOSTS;
      case LAMBDA -> OF_FUNCTIONS;
      case ALB, UNKNOWN_TO_SDK_VERSION -> Map.of();
    };
  }

  private static Value stickiness(ProtocolEnum protocol, Map<String, String> settings) {
    String type = settings.getOrDefault("stickiness.type", "");
    boolean http = protocol != null && HTTP.contains(protocol);
    String duration = "stickiness." + type + ".duration_seconds";
    Map<String, Value> block = new TreeMap<>();
    block.put("enabled", Shape.of(settings.get("stickiness.enabled")));
    block.put("type", Value.of(type));
    block.put("cookie_duration", http ? Shape.of(settings.get(duration)) : Value.none());
    block.put(
        "cookie_name",
        http && type.equals("app_cookie")
            ? Shape.of(settings.get("stickiness.app_cookie.cookie_name"))
            : Value.none());
    return Value.of(block);
  }

  private static Value failover(Map<String, String> settings) {
    return Value.of(
        Map.of(
            "on_deregistration", Shape.of(settings.get("target_failover.on_deregistration")),
            "on_unhealthy", Shape.of(settings.get("target_failover.on_unhealthy"))));
  }

  private static Value unhealthy(Map<String, String> settings) {
    String prefix = "target_health_state.unhealthy.";
    return Value.of(
        Map.of(
            "enable_unhealthy_connection_termination",
            Shape.of(settings.get(prefix + "connection_termination.enabled")),
            "unhealthy_draining_interval",
            Shape.of(settings.get(prefix + "draining_interval_seconds"))));
  }

  private static Value health(Map<String, String> settings) {
    return Value.of(
        Map.of(
            "dns_failover", minimum(settings, "dns_failover"),
            "unhealthy_state_routing", minimum(settings, "unhealthy_state_routing")));
  }

  private static Value minimum(Map<String, String> settings, String of) {
    String prefix = "target_group_health." + of + ".minimum_healthy_targets.";
    return Value.of(
        Map.of(
            "minimum_healthy_targets_count", Shape.of(settings.get(prefix + "count")),
            "minimum_healthy_targets_percentage", Shape.of(settings.get(prefix + "percentage"))));
  }

  Attributes putInto(Attributes attributes) {
    values.forEach(attributes::put);
    return attributes;
  }
}
