package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other accounts deploy. */
class ReaderTemplateTest {

  private final JsonNode template = Assemblies.DEFAULTS.byName().get("PlumblineReader");
  private final Templates templates = Assemblies.DEFAULTS.only("PlumblineReader");

  @Test
  void it_needs_no_bootstrapped_account_and_fits_into_a_request() {
    assertThat(template.path("Parameters").propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("ServiceAccount", "ExternalId", "RoleName");
    assertThat(template.has("Rules")).isFalse();
    assertThat(template.toString()).doesNotContain("cdk-hnb659fds").hasSizeLessThan(51_200);
  }

  @Test
  void it_is_trusted_by_the_services_functions_alone_with_the_external_id() {
    JsonNode trust = RightsTest.trust(templates.function("Reader"));

    assertThat(Templates.plain(trust.at("/Principal/AWS")))
        .isEqualTo("arn:{AWS::Partition}:iam::{ServiceAccount}:root");
    assertThat(Templates.plain(trust.at("/Condition/StringEquals/sts:ExternalId")))
        .isEqualTo("{ExternalId}");
    assertThat(Templates.plain(trust.at("/Condition/ArnLike/aws:PrincipalArn")))
        .isEqualTo("arn:{AWS::Partition}:iam::{ServiceAccount}:role/plumbline/*");
    assertThat(Assemblies.EVERYTHING.function("ScanFunction").path("Role").toString())
        .contains("ScanFunctionRole");
    assertThat(
            Assemblies.EVERYTHING
                .only("Plumbline")
                .ofType("AWS::IAM::Role")
                .filter(each -> each.getKey().matches("(Scan|Work|Approval|Event)FunctionRole.*"))
                .map(each -> each.getValue().path("Properties").path("Path").asText()))
        .containsOnly("/plumbline/")
        .hasSize(4);
  }

  @Test
  void it_may_ask_what_the_readers_declare() {
    List<String> declared =
        ReaderPermissions.bundled().actionsByService().values().stream()
            .flatMap(actions -> actions.stream())
            .toList();

    assertThat(
            templates.statements().flatMap(statement -> Templates.texts(statement.path("Action"))))
        .containsExactlyInAnyOrderElementsOf(declared);
  }
}
