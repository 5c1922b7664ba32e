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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.route53.model.HealthCheck;

final class Route53HealthCheckTest {

  private final FakeRoute53 route53 = new FakeRoute53();

  @BeforeEach
  void has_two_checks() {
    route53.checks.add(
        HealthCheck.builder()
            .id("h1")
            .healthCheckConfig(
                c ->
                    c.type("CALCULATED")
                        .fullyQualifiedDomainName("web.example")
                        .ipAddress("192.0.2.1")
                        .searchString("welcome")
                        .enableSNI(true)
                        .inverted(true)
                        .healthThreshold(1)
                        .childHealthChecks("h2")
                        .regionsWithStrings("us-east-1")
                        .alarmIdentifier(a -> a.name("alarm").region("eu-west-1"))
                        .insufficientDataHealthStatus("Healthy")
                        .routingControlArn("arn:control"))
            .build());
    route53.checks.add(
        HealthCheck.builder()
            .id("h2")
            .healthCheckConfig(c -> c.type("TCP"))
            .linkedService(s -> s.servicePrincipal("servicediscovery.amazonaws.com"))
            .build());
  }

  @Test
  void reads_a_check_under_terraforms_own_names() {
    Value.Mapping attributes = found(observe("h1").getFirst());

    assertComplete("aws_route53_health_check", attributes);
    Map.of(
            "arn", "arn:aws:route53:::healthcheck/h1",
            "fqdn", "web.example",
            "ip_address", "192.0.2.1",
            "search_string", "welcome",
            "cloudwatch_alarm_name", "alarm",
            "cloudwatch_alarm_region", "eu-west-1",
            "insufficient_data_health_status", "Healthy",
            "routing_control_arn", "arn:control")
        .forEach(
            (attribute, value) ->
                assertThat(attributes.at(attribute)).as(attribute).isEqualTo(Value.of(value)));
    assertThat(attributes.at("enable_sni")).isEqualTo(Value.of(true));
    assertThat(attributes.at("invert_healthcheck")).isEqualTo(Value.of(true));
    assertThat(attributes.at("child_health_threshold")).isEqualTo(Value.of(1));
    assertThat(attributes.at("child_healthchecks").items()).containsExactly(Value.of("h2"));
    assertThat(attributes.at("regions").items()).containsExactly(Value.of("us-east-1"));
    assertThat(attributes.at("tags_all").at("id")).isEqualTo(Value.of("h1"));
  }

  @Test
  void one_listing_tells_all_of_them_but_tags() {
    List<Observation> checks = observe("h1", "h2", "h3");

    assertThat(checks.getLast()).isInstanceOf(Observation.Gone.class);
    assertThat(route53.asked).containsExactly("checks", "tags 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"checks", "tags"})
  void access_denied_is_unreadable_never_gone(String call) {
    route53.failing = call;

    assertThat(observe("h1").getFirst()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void checks_that_a_service_of_aws_keeps_are_not_discovered() {
    assertThat(route53.discover(new Route53HealthCheck())).containsExactly("h1");
  }

  private List<Observation> observe(String... ids) {
    return route53.observe(
        new Route53HealthCheck(),
        List.of(ids).stream()
            .map(id -> recorded("aws_route53_health_check", Map.of("id", Value.of(id))))
            .toArray(RecordedResource[]::new));
  }
}
