package dev.plumbline.live.aws.wafv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.wafv2.model.AssociatedResourceType;
import software.amazon.awssdk.services.wafv2.model.CustomResponseBody;
import software.amazon.awssdk.services.wafv2.model.RequestBodyAssociatedResourceTypeConfig;
import software.amazon.awssdk.services.wafv2.model.Rule;
import software.amazon.awssdk.services.wafv2.model.WebACL;

final class Wafv2WebAclTest {

  private static final String ARN =
      "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/doors/d916bd27";
  private static final String OF_SHIELD =
      "ShieldMitigationRuleGroup_123456789012_e72d9b6d-9f8b-4e3a-8a52-0d1c2b3a4f5e_x";

  private final FakeWaf waf = new FakeWaf();
  private final Wafv2WebAcl type = new Wafv2WebAcl();

  private static final WebACL DOORS =
      WebACL.builder()
          .id("d916bd27")
          .name("doors")
          .arn(ARN)
          .description("Guards the doors")
          .capacity(12L)
          .tokenDomains("door.example")
          .defaultAction(a -> a.allow(x -> {}))
          .rules(rule("rate"), rule(OF_SHIELD))
          .captchaConfig(c -> c.immunityTimeProperty(t -> t.immunityTime(120L)))
          .visibilityConfig(v -> v.cloudWatchMetricsEnabled(true).metricName("doors"))
          .associationConfig(
              c ->
                  c.requestBody(
                      Map.of(
                          AssociatedResourceType.API_GATEWAY,
                          body("KB_32"),
                          AssociatedResourceType.CLOUDFRONT,
                          body("KB_64"))))
          .customResponseBodies(
              Map.of(
                  "closed",
                  CustomResponseBody.builder()
                      .content("Closed.")
                      .contentType("TEXT_PLAIN")
                      .build()))
          .dataProtectionConfig(
              c ->
                  c.dataProtections(
                      p ->
                          p.action("HASH")
                              .excludeRateBasedDetails(true)
                              .field(f -> f.fieldType("SINGLE_COOKIE").fieldKeys("session"))))
          .build();

  @Test
  void reads_a_web_acl_with_everything_set() {
    waf.acls.add(DOORS);
    Value.Mapping acl = waf.found(type, acl(Map.of()));

    assertComplete(type.name(), acl);
    assertThat(acl.entries())
        .containsEntry("id", Value.of("d916bd27"))
        .containsEntry("arn", Value.of(ARN))
        .containsEntry("scope", Value.of("REGIONAL"))
        .containsEntry("capacity", Value.of(12))
        .containsEntry("application_integration_url", Value.of("https://sdk.example"))
        .containsEntry("token_domains", Value.of(List.of(Value.of("door.example"))))
        .containsEntry("tags_all", Value.of(Map.of("team", Value.of("core"))));
    assertThat(first(acl, "visibility_config").at("cloudwatch_metrics_enabled"))
        .isEqualTo(Value.of(true));
    assertThat(first(first(acl, "captcha_config"), "immunity_time_property").at("immunity_time"))
        .isEqualTo(Value.of(120));
    assertThat(first(acl, "custom_response_body"))
        .isEqualTo(
            Value.of(
                Map.of(
                    "key", Value.of("closed"),
                    "content", Value.of("Closed."),
                    "content_type", Value.of("TEXT_PLAIN"))));
    Value bodies = first(first(acl, "association_config"), "request_body");
    assertThat(first(bodies, "cloudfront").at("default_size_inspection_limit"))
        .isEqualTo(Value.of("KB_64"));
    assertThat(first(bodies, "api_gateway").at("default_size_inspection_limit"))
        .isEqualTo(Value.of("KB_32"));
    Value protection = first(first(acl, "data_protection_config"), "data_protection");
    assertThat(first(protection, "field").at("field_keys"))
        .isEqualTo(Value.of(List.of(Value.of("session"))));
  }

  @Test
  void the_rule_that_shield_keeps_is_left_out_unless_the_state_has_it() {
    waf.acls.add(DOORS);
    Value known = Value.of(List.of(Value.of(Map.of("name", Value.of(OF_SHIELD)))));

    assertThat(names(acl(Map.of()))).containsExactly("rate");
    assertThat(names(acl(Map.of("rule", known)))).containsExactly("rate", OF_SHIELD);
  }

  @Test
  void rules_that_the_code_gives_as_json_are_not_in_the_state() {
    waf.acls.add(DOORS);

    assertThat(waf.found(type, acl(Map.of("rule_json", Value.of("[]")))).entries())
        .containsEntry("rule", Value.none());
  }

  @Test
  void letting_in_and_keeping_out_differ_though_nothing_is_set_in_either() {
    WebACL open = WebACL.builder().defaultAction(a -> a.allow(x -> {})).build();
    WebACL closed = WebACL.builder().defaultAction(a -> a.block(x -> {})).build();
    Value recorded =
        Value.of(
            List.of(
                Value.of(
                    Map.of(
                        "allow",
                        Value.of(
                            List.of(
                                Value.of(Map.of("custom_request_handling", Value.of(List.of()))))),
                        "block",
                        Value.of(List.of())))));

    assertThat(Meanings.of(recorded)).isEqualTo(Meanings.of(Blocks.of(open.defaultAction())));
    assertThat(Meanings.of(recorded)).isNotEqualTo(Meanings.of(Blocks.of(closed.defaultAction())));
  }

  @Test
  void what_moves_by_itself_or_belongs_to_others_is_declared() {
    assertThat(type.rules().meanings()).containsEntry("lock_token", Meaning.VOLATILE);
    assertThat(type.rules().siblings())
        .extracting(sibling -> sibling.type())
        .containsExactly("aws_wafv2_web_acl_rule", "aws_wafv2_web_acl_rule_group_association");
  }

  @Test
  void a_web_acl_that_waf_says_does_not_exist_is_gone() {
    assertThat(waf.observe(type, acl(Map.of()))).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetWebACL", "ListTagsForResource"})
  void access_denied_is_unreadable_never_gone(String operation) {
    waf.acls.add(DOORS);
    waf.denied = operation;

    assertThat(waf.observe(type, acl(Map.of())))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            it -> assertThat(it.action()).isEqualTo("wafv2:" + operation));
  }

  @Test
  void discovers_what_firewall_manager_does_not_keep() {
    waf.acls.add(DOORS);
    waf.acls.add(WebACL.builder().id("f").name("FMManagedWebACLV2-all-1700000000000").build());

    assertThat(waf.discover(type)).containsExactly("d916bd27/doors/REGIONAL");
  }

  private List<String> names(RecordedResource recorded) {
    return waf.found(type, recorded).at("rule").items().stream()
        .map(rule -> rule.at("name").text())
        .toList();
  }

  private static Value first(Value block, String name) {
    return block.at(name).items().getFirst();
  }

  private static Rule rule(String name) {
    return Rule.builder().name(name).priority(1).action(a -> a.count(c -> {})).build();
  }

  private static RequestBodyAssociatedResourceTypeConfig body(String limit) {
    return RequestBodyAssociatedResourceTypeConfig.builder()
        .defaultSizeInspectionLimit(limit)
        .build();
  }

  private static RecordedResource acl(Map<String, Value> more) {
    Map<String, Value> attributes = new TreeMap<>(more);
    attributes.put("id", Value.of("d916bd27"));
    attributes.put("name", Value.of("doors"));
    attributes.put("scope", Value.of("REGIONAL"));
    return recorded("aws_wafv2_web_acl", attributes);
  }
}
