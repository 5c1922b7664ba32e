package dev.plumbline.live.aws.elasticloadbalancingv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static dev.plumbline.live.aws.elasticloadbalancingv2.FakeBalancing.LISTENER;
import static dev.plumbline.live.aws.elasticloadbalancingv2.FakeBalancing.RULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

final class LbListenerRuleTest {

  private final FakeBalancing fake = new FakeBalancing();

  @Test
  void reads_a_rule_under_terraforms_own_names() {
    fake.rules.add(
        rule("20")
            .conditions(
                c -> c.field("host-header").values("a.example"),
                c ->
                    c.field("path-pattern")
                        .values("/a")
                        .pathPatternConfig(p -> p.values("/a", "/b")),
                c -> c.httpHeaderConfig(h -> h.httpHeaderName("X-A").values("1")),
                c -> c.httpRequestMethodConfig(m -> m.values("GET")),
                c -> c.queryStringConfig(q -> q.values(v -> v.key("k").value("v"))),
                c -> c.sourceIpConfig(s -> s.values("10.0.0.0/8")))
            .build());

    Value.Mapping attributes = found(observe());
    List<Value> conditions = attributes.at("condition").items();

    assertComplete("aws_lb_listener_rule", attributes);
    assertThat(attributes.at("listener_arn")).isEqualTo(Value.of(LISTENER));
    assertThat(attributes.at("priority")).isEqualTo(Value.of(20));
    assertThat(attributes.at("action").items().getFirst().at("redirect").items().getFirst())
        .extracting(redirect -> redirect.at("port"))
        .isEqualTo(Value.of("443"));
    assertThat(values(conditions.get(0), "host_header")).containsExactly(Value.of("a.example"));
    assertThat(values(conditions.get(1), "path_pattern")).hasSize(2);
    assertThat(conditions.get(2).at("http_header").items().getFirst().at("http_header_name"))
        .isEqualTo(Value.of("X-A"));
    assertThat(values(conditions.get(3), "http_request_method")).containsExactly(Value.of("GET"));
    assertThat(conditions.get(4).at("query_string").items().getFirst().at("key"))
        .isEqualTo(Value.of("k"));
    assertThat(values(conditions.get(5), "source_ip")).containsExactly(Value.of("10.0.0.0/8"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void the_default_rule_comes_last() {
    fake.rules.add(rule("default").build());

    assertThat(found(observe()).at("priority")).isEqualTo(Value.of(99_999));
  }

  @ParameterizedTest
  @CsvSource({"'', Gone", "ListenerNotFound, Gone", "AccessDenied, Unreadable"})
  void what_the_listener_does_not_list_is_gone(String code, String answer) {
    if (!code.isEmpty()) {
      fake.failures.put("DescribeRules", code);
    }

    assertThat(observe().getClass().getSimpleName()).isEqualTo(answer);
  }

  private static List<Value> values(Value condition, String block) {
    return condition.at(block).items().getFirst().at("values").items();
  }

  private static Rule.Builder rule(String priority) {
    return Rule.builder()
        .ruleArn(RULE)
        .priority(priority)
        .actions(a -> a.type(ActionTypeEnum.REDIRECT).order(1).redirectConfig(r -> r.port("443")));
  }

  private Observation observe() {
    return fake.observe(
        new LbListenerRule(), recorded("aws_lb_listener_rule", Map.of("id", Value.of(RULE))));
  }
}
