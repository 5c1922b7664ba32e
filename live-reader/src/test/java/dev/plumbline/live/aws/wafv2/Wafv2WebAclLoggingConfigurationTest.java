package dev.plumbline.live.aws.wafv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.wafv2.model.FieldToMatch;
import software.amazon.awssdk.services.wafv2.model.LoggingConfiguration;
import software.amazon.awssdk.services.wafv2.model.WebACL;

final class Wafv2WebAclLoggingConfigurationTest {

  private static final String ACL = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/d916bd";
  private static final String GLOBAL =
      "arn:aws:wafv2:us-east-1:123456789012:global/webacl/b/0a1b2c";
  private static final String LOGS = "arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs";

  private final FakeWaf waf = new FakeWaf();
  private final Wafv2WebAclLoggingConfiguration type = new Wafv2WebAclLoggingConfiguration();

  Wafv2WebAclLoggingConfigurationTest() {
    waf.logs.add(
        LoggingConfiguration.builder()
            .resourceArn(ACL)
            .logDestinationConfigs(LOGS)
            .redactedFields(
                FieldToMatch.builder().queryString(q -> {}).build(),
                FieldToMatch.builder().singleHeader(h -> h.name("authorization")).build())
            .loggingFilter(
                filter ->
                    filter
                        .defaultBehavior("DROP")
                        .filters(
                            f ->
                                f.behavior("KEEP")
                                    .requirement("MEETS_ANY")
                                    .conditions(c -> c.actionCondition(a -> a.action("BLOCK")))))
            .build());
    waf.logs.add(LoggingConfiguration.builder().resourceArn(GLOBAL).build());
    waf.logs.add(
        LoggingConfiguration.builder()
            .resourceArn(ACL + "-managed")
            .managedByFirewallManager(true)
            .build());
  }

  @Test
  void reads_a_configuration_out_of_the_listing_of_its_scope() {
    Value.Mapping logging = waf.found(type, logging(ACL), logging(ACL));

    assertComplete(type.name(), logging);
    assertThat(logging.entries())
        .containsEntry("id", Value.of(ACL))
        .containsEntry("resource_arn", Value.of(ACL))
        .containsEntry("log_destination_configs", Value.of(List.of(Value.of(LOGS))));
    assertThat(logging.at("redacted_fields").items().getFirst().at("query_string"))
        .isEqualTo(Value.of(List.of(Value.of(Map.of()))));
    assertThat(logging.at("logging_filter").toString())
        .contains("DROP", "KEEP", "MEETS_ANY", "action_condition", "BLOCK");
    assertThat(Collections.frequency(waf.calls, "ListLoggingConfigurations")).isEqualTo(2);
  }

  @Test
  void which_field_is_redacted_shows_though_nothing_is_set_in_it() {
    List<Value> query = Meanings.of(Blocks.of(List.of(field("query_string"))));

    assertThat(query).isNotEqualTo(Meanings.of(Blocks.of(List.of(field("method")))));
  }

  private static FieldToMatch field(String name) {
    return name.equals("method")
        ? FieldToMatch.builder().method(m -> {}).build()
        : FieldToMatch.builder().queryString(q -> {}).build();
  }

  @Test
  void a_web_acl_of_cloudfront_is_looked_up_in_its_own_scope() {
    assertThat(waf.found(type, logging(GLOBAL)).at("id")).isEqualTo(Value.of(GLOBAL));
  }

  @Test
  void a_configuration_that_the_completed_listing_lacks_is_gone() {
    assertThat(waf.observe(type, logging(ACL + "-other"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    waf.denied = "ListLoggingConfigurations";

    assertThat(waf.observe(type, logging(ACL))).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void discovers_only_where_there_are_web_acls_and_nothing_of_firewall_manager() {
    assertThat(waf.discover(type)).isEmpty();

    waf.acls.add(WebACL.builder().id("d916bd").name("a").build());
    assertThat(waf.discover(type)).containsExactly(ACL);
  }

  private static RecordedResource logging(String id) {
    return recorded("aws_wafv2_web_acl_logging_configuration", Map.of("id", Value.of(id)));
  }
}
