package dev.plumbline.live.aws.elasticloadbalancingv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static dev.plumbline.live.aws.elasticloadbalancingv2.FakeBalancing.BALANCER;
import static dev.plumbline.live.aws.elasticloadbalancingv2.FakeBalancing.GROUP;
import static dev.plumbline.live.aws.elasticloadbalancingv2.FakeBalancing.LISTENER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

final class LbListenerTest {

  private static final Value SECOND_GROUP = Value.of(GROUP + "2");

  private final FakeBalancing fake = new FakeBalancing();

  @Test
  void reads_a_listener_under_terraforms_own_names() {
    names()
        .filter(name -> name.startsWith("routing_"))
        .forEach(name -> fake.settings.put(name.replace('_', '.'), "as set"));
    fake.settings.put("routing.http.response.x_frame_options.header_value", "DENY");
    fake.settings.put("tcp.idle_timeout.seconds", "350");
    fake.listeners.add(listener().build());

    Value.Mapping attributes = found(observe(Map.of()));

    assertComplete("aws_lb_listener", attributes);
    assertThat(attributes.at("load_balancer_arn")).isEqualTo(Value.of(BALANCER));
    assertThat(attributes.at("port")).isEqualTo(Value.of(443));
    assertThat(attributes.at("certificate_arn")).isEqualTo(Value.of("arn:certificate"));
    assertThat(attributes.at("alpn_policy")).isEqualTo(Value.of("HTTP2Preferred"));
    assertThat(attributes.at("mutual_authentication").items().getFirst().at("trust_store_arn"))
        .isEqualTo(Value.of("arn:store"));
    assertThat(attributes.at("tcp_idle_timeout_seconds")).isEqualTo(Value.of(350));
    assertThat(attributes.at("routing_http_response_x_frame_options_header_value"))
        .isEqualTo(Value.of("DENY"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_forward_is_shown_the_way_it_was_written() {
    fake.listeners.add(
        listener()
            .defaultActions(
                a ->
                    a.type(ActionTypeEnum.FORWARD)
                        .targetGroupArn(GROUP)
                        .forwardConfig(f -> f.targetGroups(t -> t.targetGroupArn(GROUP).weight(1))))
            .build());

    Value plain = action(Map.of("target_group_arn", Value.of(GROUP)));
    Value block = action(Map.of("forward", Value.of(List.of(Value.of("as recorded")))));

    assertThat(plain.at("target_group_arn")).isEqualTo(Value.of(GROUP));
    assertThat(plain.at("forward").isEmpty()).isTrue();
    assertThat(block.at("target_group_arn").isEmpty()).isTrue();
    assertThat(block.at("forward").items().getFirst().at("target_group").items().getFirst())
        .isEqualTo(Value.of(Map.of("arn", Value.of(GROUP), "weight", Value.of(1))));
  }

  @Test
  void a_forward_to_several_groups_is_seen_however_it_was_written() {
    fake.listeners.add(
        listener()
            .defaultActions(
                a ->
                    a.type(ActionTypeEnum.FORWARD)
                        .forwardConfig(
                            f ->
                                f.targetGroups(
                                    t -> t.targetGroupArn(GROUP).weight(1),
                                    t -> t.targetGroupArn(SECOND_GROUP.text()).weight(9))))
            .build());

    Value action = action(Map.of("target_group_arn", Value.of(GROUP)));

    assertThat(action.at("target_group_arn").isEmpty()).isTrue();
    assertThat(action.at("forward").items().getFirst().at("target_group").items()).hasSize(2);
  }

  @Test
  void a_clients_secret_is_never_observed() {
    fake.listeners.add(
        listener()
            .defaultActions(
                a ->
                    a.type(ActionTypeEnum.AUTHENTICATE_OIDC)
                        .order(2)
                        .authenticateOidcConfig(o -> o.issuer("https://id").clientSecret("s3cret")),
                a ->
                    a.type(ActionTypeEnum.FIXED_RESPONSE)
                        .order(1)
                        .fixedResponseConfig(f -> f.statusCode("404")))
            .build());

    List<Value> actions = found(observe(Map.of())).at("default_action").items();
    Value oidc = actions.get(1).at("authenticate_oidc").items().getFirst();

    assertThat(actions.getFirst().at("fixed_response").items().getFirst().at("status_code"))
        .isEqualTo(Value.of("404"));
    assertThat(oidc.at("issuer")).isEqualTo(Value.of("https://id"));
    assertThat(((Value.Mapping) oidc).entries()).doesNotContainKey("client_secret");
  }

  @Test
  void asking_no_client_for_a_certificate_is_the_same_as_saying_nothing() {
    fake.listeners.add(listener().mutualAuthentication(m -> m.mode("off")).build());

    assertThat(found(observe(Map.of())).at("mutual_authentication").isEmpty()).isTrue();
  }

  @Test
  void settings_are_asked_for_only_where_there_are_any_to_compare() {
    fake.listeners.add(listener().protocol(ProtocolEnum.TLS).build());
    observe(Map.of());
    fake.listeners.set(0, listener().build());
    fake.observe(
        new LbListener(),
        recorded("aws_lb_listener", Map.of("id", Value.of(LISTENER)))); // of an older provider

    assertThat(fake.calls).doesNotContain("DescribeListenerAttributes");
  }

  @ParameterizedTest
  @CsvSource({"'', Gone", "LoadBalancerNotFound, Gone", "AccessDenied, Unreadable"})
  void what_the_balancer_does_not_list_is_gone(String code, String answer) {
    if (!code.isEmpty()) {
      fake.failures.put("DescribeListeners", code);
    }

    assertThat(observe(Map.of()).getClass().getSimpleName()).isEqualTo(answer);
  }

  private static Stream<String> names() {
    return ResourceTypes.aws()
        .describe("aws_lb_listener")
        .orElseThrow()
        .schema()
        .attributes()
        .keySet()
        .stream();
  }

  private Value action(Map<String, Value> recorded) {
    Map<String, Value> attributes = Map.of("default_action", Value.of(List.of(Value.of(recorded))));
    return found(observe(attributes)).at("default_action").items().getFirst();
  }

  private static Listener.Builder listener() {
    return Listener.builder()
        .listenerArn(LISTENER)
        .loadBalancerArn(BALANCER)
        .port(443)
        .protocol(ProtocolEnum.HTTPS)
        .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
        .alpnPolicy("HTTP2Preferred")
        .certificates(c -> c.certificateArn("arn:certificate"))
        .mutualAuthentication(m -> m.mode("verify").trustStoreArn("arn:store"));
  }

  private Observation observe(Map<String, Value> more) {
    Map<String, Value> attributes = new TreeMap<>(more);
    attributes.put("id", Value.of(LISTENER));
    attributes.put("tcp_idle_timeout_seconds", Value.of(350));
    return fake.observe(new LbListener(), recorded("aws_lb_listener", attributes));
  }
}
