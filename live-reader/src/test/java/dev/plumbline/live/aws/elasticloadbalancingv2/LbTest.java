package dev.plumbline.live.aws.elasticloadbalancingv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static dev.plumbline.live.aws.elasticloadbalancingv2.FakeBalancing.BALANCER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

final class LbTest {

  private static final List<String> SETTINGS =
      List.of(
          "access_logs.s3.enabled=true",
          "access_logs.s3.bucket=logs",
          "access_logs.s3.prefix=alb",
          "client_keep_alive.seconds=3600",
          "connection_logs.s3.enabled=false",
          "deletion_protection.enabled=true",
          "dns_record.client_routing_policy=any_availability_zone",
          "idle_timeout.timeout_seconds=75",
          "load_balancing.cross_zone.enabled=true",
          "routing.http.desync_mitigation_mode=defensive",
          "routing.http.drop_invalid_header_fields.enabled=true",
          "routing.http.preserve_host_header.enabled=false",
          "routing.http.x_amzn_tls_version_and_cipher_suite.enabled=false",
          "routing.http.xff_client_port.enabled=true",
          "routing.http.xff_header_processing.mode=append",
          "routing.http2.enabled=true",
          "waf.fail_open.enabled=false",
          "zonal_shift.config.enabled=false");

  private final FakeBalancing fake = new FakeBalancing();

  @Test
  void reads_a_balancer_under_terraforms_own_names() {
    settings();
    fake.balancers.add(balancer().build());

    Value.Mapping attributes = found(observe());

    assertComplete("aws_lb", attributes);
    assertThat(attributes.at("arn_suffix")).isEqualTo(Value.of("app/front/b1"));
    assertThat(attributes.at("dns_name")).isEqualTo(Value.of("front.elb.amazonaws.com"));
    assertThat(attributes.at("zone_id")).isEqualTo(Value.of("Z1"));
    assertThat(attributes.at("internal")).isEqualTo(Value.of(true));
    assertThat(attributes.at("idle_timeout")).isEqualTo(Value.of(75));
    assertThat(attributes.at("enable_deletion_protection")).isEqualTo(Value.of(true));
    assertThat(attributes.at("access_logs").items().getFirst().at("bucket"))
        .isEqualTo(Value.of("logs"));
    assertThat(attributes.at("subnets")).isEqualTo(Value.of(List.of(Value.of("subnet-1"))));
    assertThat(attributes.at("subnet_mapping").items().getFirst().at("private_ipv4_address"))
        .isEqualTo(Value.of("10.0.0.9"));
    assertThat(attributes.at("minimum_load_balancer_capacity").items().getFirst())
        .isEqualTo(Value.of(Map.of("capacity_units", Value.of(100))));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_gateway_has_no_reserved_capacity_and_no_settings_of_others() {
    fake.balancers.add(balancer().type(LoadBalancerTypeEnum.GATEWAY).build());

    Value.Mapping attributes = found(observe());

    assertThat(fake.calls).doesNotContain("DescribeCapacityReservation");
    assertThat(attributes.entries()).doesNotContainKeys("idle_timeout", "connection_logs");
  }

  @Test
  void a_region_without_reservations_leaves_them_unobserved() {
    fake.failures.put("DescribeCapacityReservation", "InvalidAction");
    fake.balancers.add(balancer().build());

    assertThat(found(observe()).entries()).doesNotContainKey("minimum_load_balancer_capacity");
  }

  @Test
  void tags_are_asked_for_twenty_at_a_time() {
    RecordedResource[] many =
        IntStream.range(0, 41)
            .mapToObj(i -> recorded("aws_lb", Map.of("id", Value.of(BALANCER + i))))
            .toArray(RecordedResource[]::new);
    IntStream.range(0, 41)
        .forEach(i -> fake.balancers.add(balancer().loadBalancerArn(BALANCER + i).build()));

    found(fake.observe(new Lb(), many));

    assertThat(fake.calls.stream().filter("DescribeTags"::equals)).hasSize(3);
    assertThat(fake.calls.stream().filter("DescribeLoadBalancers"::equals)).hasSize(1);
  }

  @Test
  void a_balancer_that_the_listing_lacks_is_gone() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @CsvSource({
    "DescribeLoadBalancers",
    "DescribeLoadBalancerAttributes",
    "DescribeCapacityReservation",
    "DescribeTags"
  })
  void a_denial_is_unreadable_and_names_the_action(String action) {
    fake.balancers.add(balancer().build());
    fake.failures.put(action, "AccessDenied");

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable ->
                assertThat(unreadable.action()).isEqualTo("elasticloadbalancing:" + action));
  }

  private void settings() {
    for (String setting : SETTINGS) {
      fake.settings.put(
          setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
    }
  }

  private static LoadBalancer.Builder balancer() {
    return LoadBalancer.builder()
        .loadBalancerArn(BALANCER)
        .loadBalancerName("front")
        .dnsName("front.elb.amazonaws.com")
        .canonicalHostedZoneId("Z1")
        .scheme("internal")
        .type(LoadBalancerTypeEnum.APPLICATION)
        .securityGroups("sg-1")
        .availabilityZones(
            z ->
                z.subnetId("subnet-1")
                    .loadBalancerAddresses(a -> a.privateIPv4Address("10.0.0.9")));
  }

  private Observation observe() {
    return fake.observe(new Lb(), recorded("aws_lb", Map.of("id", Value.of(BALANCER))));
  }
}
