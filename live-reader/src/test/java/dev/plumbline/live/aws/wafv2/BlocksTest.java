package dev.plumbline.live.aws.wafv2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.wafv2.model.AWSManagedRulesACFPRuleSet;
import software.amazon.awssdk.services.wafv2.model.Rule;
import software.amazon.awssdk.services.wafv2.model.Statement;

final class BlocksTest {

  @Test
  void a_statement_is_flattened_to_its_depth_under_terraforms_names() {
    Statement statement =
        Statement.builder()
            .rateBasedStatement(
                rate ->
                    rate.limit(500L)
                        .aggregateKeyType("CUSTOM_KEYS")
                        .customKeys(k -> k.ip(i -> {}), k -> k.header(h -> h.name("x-key")))
                        .scopeDownStatement(
                            down ->
                                down.andStatement(
                                    and ->
                                        and.statements(
                                            s -> s.notStatement(n -> n.statement(this::login)),
                                            s -> s.asnMatchStatement(a -> a.asnList(64_496L))))))
            .build();

    Value rate = only(Blocks.of(statement), "rate_based_statement");
    assertThat(rate.at("custom_key").items()).hasSize(2);
    assertThat(rate.at("custom_key").items().getFirst().at("ip"))
        .isEqualTo(Value.of(List.of(Value.of(Map.of()))));
    List<Value> both =
        only(rate.at("scope_down_statement"), "and_statement").at("statement").items();
    Value match =
        only(only(both.getFirst().at("not_statement"), "statement"), "byte_match_statement");
    assertThat(match.at("search_string")).isEqualTo(Value.of("/login"));
    assertThat(only(match.at("field_to_match"), "uri_path")).isEqualTo(Value.of(Map.of()));
    assertThat(match.at("text_transformation").items().getFirst().at("type"))
        .isEqualTo(Value.of("LOWERCASE"));
    assertThat(only(both.getLast(), "asn_match_statement").at("asn_list"))
        .isEqualTo(Value.of(List.of(Value.of(64_496))));
  }

  private void login(Statement.Builder statement) {
    statement.byteMatchStatement(
        match ->
            match
                .searchString(SdkBytes.fromUtf8String("/login"))
                .positionalConstraint("STARTS_WITH")
                .fieldToMatch(f -> f.uriPath(u -> {}))
                .textTransformations(t -> t.priority(0).type("LOWERCASE")));
  }

  @Test
  void a_rules_plurals_are_singular_and_an_unfilled_captcha_is_none() {
    Value rule =
        Blocks.of(
                List.of(
                    Rule.builder()
                        .name("known")
                        .ruleLabels(l -> l.name("known:bad"))
                        .captchaConfig(c -> {})
                        .overrideAction(o -> o.none(n -> {}))
                        .build()))
            .items()
            .getFirst();

    assertThat(rule.at("rule_label").items().getFirst().at("name"))
        .isEqualTo(Value.of("known:bad"));
    assertThat(rule.at("captcha_config")).isEqualTo(Value.none());
    assertThat(only(rule.at("override_action"), "none")).isEqualTo(Value.of(Map.of()));
  }

  @Test
  void fields_of_an_address_are_one_block_of_identifiers() {
    AWSManagedRulesACFPRuleSet set =
        AWSManagedRulesACFPRuleSet.builder()
            .requestInspection(
                r -> r.addressFields(a -> a.identifier("/street"), a -> a.identifier("/city")))
            .build();

    assertThat(only(only(Blocks.of(set), "request_inspection"), "address_fields").at("identifiers"))
        .isEqualTo(Value.of(List.of(Value.of("/street"), Value.of("/city"))));
  }

  @Test
  void order_defaults_and_what_is_not_set_say_nothing() {
    Value recorded =
        block(
            Map.of(
                "name", Value.of("rate"),
                "captcha_config", Value.of(List.of()),
                "rule_label", labels("a", "b")));
    Value observed =
        block(
            Map.of(
                "name", Value.of("rate"),
                "priority", Value.of(0),
                "rule_label", labels("b", "a"),
                "evaluation_window_sec", Value.of(300)));

    assertThat(Meanings.of(recorded)).isEqualTo(Meanings.of(observed));
    assertThat(Meanings.of(recorded))
        .isNotEqualTo(
            Meanings.of(block(Map.of("name", Value.of("rate"), "rule_label", labels("a")))));
  }

  @Test
  void the_name_of_an_inspected_header_is_not_compared_for_the_provider_never_reads_it() {
    Value named = Value.of(Map.of("name", Value.of("x-login"), "success_values", labels("ok")));
    Value unnamed = Value.of(Map.of("name", Value.of(""), "success_values", labels("ok")));

    assertThat(Meanings.of(inspection(named))).isEqualTo(Meanings.of(inspection(unnamed)));
  }

  private static Value inspection(Value header) {
    return block(
        Map.of(
            "response_inspection",
            Value.of(List.of(Value.of(Map.of("header", Value.of(List.of(header))))))));
  }

  private static Value block(Map<String, Value> members) {
    return Value.of(List.of(Value.of(members)));
  }

  private static Value labels(String... names) {
    return Value.of(Arrays.stream(names).map(n -> Value.of(Map.of("name", Value.of(n)))).toList());
  }

  /** The only block of that name in a block, which may be a list of one. */
  private static Value only(Value blocks, String name) {
    Value block = blocks.items().isEmpty() ? blocks : blocks.items().getFirst();
    assertThat(block.at(name).items()).hasSize(1);
    return block.at(name).items().getFirst();
  }
}
