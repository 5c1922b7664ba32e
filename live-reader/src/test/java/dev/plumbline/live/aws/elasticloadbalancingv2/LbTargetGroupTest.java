package dev.plumbline.live.aws.elasticloadbalancingv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static dev.plumbline.live.aws.elasticloadbalancingv2.FakeBalancing.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

final class LbTargetGroupTest {

  private final FakeBalancing fake = new FakeBalancing();

  @Test
  void reads_a_group_of_instances_under_terraforms_own_names() {
    fake.settings.putAll(
        Map.of(
            "deregistration_delay.timeout_seconds", "60",
            "deregistration_delay.connection_termination.enabled", "false",
            "load_balancing.algorithm.type", "round_robin",
            "load_balancing.algorithm.anomaly_mitigation", "off",
            "load_balancing.cross_zone.enabled", "use_load_balancer_configuration",
            "preserve_client_ip.enabled", "false",
            "proxy_protocol_v2.enabled", "true",
            "slow_start.duration_seconds", "30",
            "target_group_health.dns_failover.minimum_healthy_targets.count", "1"));
    fake.settings.put("stickiness.enabled", "true");
    fake.settings.put("stickiness.type", "app_cookie");
    fake.settings.put("stickiness.app_cookie.cookie_name", "farm");
    fake.settings.put("stickiness.app_cookie.duration_seconds", "600");
    fake.settings.put("stickiness.lb_cookie.duration_seconds", "86400");
    fake.groups.add(group().build());

    Value.Mapping attributes = found(observe());

    Map<String, Value> all = new TreeMap<>(attributes.entries());
    all.put("lambda_multi_value_headers_enabled", Value.of(false)); // of functions only
    assertComplete("aws_lb_target_group", Value.of(all));
    assertThat(attributes.at("arn_suffix")).isEqualTo(Value.of("targetgroup/render/g1"));
    assertThat(attributes.at("deregistration_delay")).isEqualTo(Value.of("60"));
    assertThat(attributes.at("proxy_protocol_v2")).isEqualTo(Value.of(true));
    assertThat(attributes.at("health_check").items().getFirst().at("matcher"))
        .isEqualTo(Value.of("200"));
    assertThat(attributes.at("stickiness").items().getFirst())
        .isEqualTo(
            Value.of(
                Map.of(
                    "enabled", Value.of(true),
                    "type", Value.of("app_cookie"),
                    "cookie_name", Value.of("farm"),
                    "cookie_duration", Value.of(600))));
    Value health = attributes.at("target_group_health").items().getFirst();
    assertThat(health.at("dns_failover").items().getFirst().at("minimum_healthy_targets_count"))
        .isEqualTo(Value.of("1"));
  }

  @Test
  void a_group_of_functions_shows_no_settings_of_hosts() {
    fake.settings.put("lambda.multi_value_headers.enabled", "true");
    fake.settings.put("deregistration_delay.timeout_seconds", "300");
    fake.groups.add(group().targetType(TargetTypeEnum.LAMBDA).protocol((String) null).build());

    Value.Mapping attributes = found(observe());

    assertThat(attributes.at("lambda_multi_value_headers_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.entries()).doesNotContainKey("deregistration_delay");
  }

  @Test
  void what_becomes_of_unhealthy_targets_is_shown_for_tcp() {
    fake.settings.put("target_health_state.unhealthy.connection_termination.enabled", "false");
    fake.settings.put("target_health_state.unhealthy.draining_interval_seconds", "20");
    fake.groups.add(group().protocol(ProtocolEnum.TCP).build());

    assertThat(
            found(observe())
                .at("target_health_state")
                .items()
                .getFirst()
                .at("unhealthy_draining_interval"))
        .isEqualTo(Value.of(20));
  }

  @Test
  void failover_is_shown_for_gateways() {
    fake.settings.put("target_failover.on_unhealthy", "rebalance");
    fake.groups.add(group().protocol(ProtocolEnum.GENEVE).build());

    assertThat(found(observe()).at("target_failover").items().getFirst().at("on_unhealthy"))
        .isEqualTo(Value.of("rebalance"));
  }

  @Test
  void a_group_that_the_listing_lacks_is_gone() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    fake.failures.put("DescribeTargetGroups", "AccessDenied");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  private static TargetGroup.Builder group() {
    return TargetGroup.builder()
        .targetGroupArn(GROUP)
        .targetGroupName("render")
        .targetType(TargetTypeEnum.INSTANCE)
        .protocol(ProtocolEnum.HTTP)
        .protocolVersion("HTTP1")
        .port(80)
        .vpcId("vpc-1")
        .healthCheckEnabled(true)
        .healthCheckPath("/up")
        .matcher(m -> m.httpCode("200"));
  }

  private Observation observe() {
    return fake.observe(
        new LbTargetGroup(), recorded("aws_lb_target_group", Map.of("id", Value.of(GROUP))));
  }
}
