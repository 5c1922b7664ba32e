package dev.plumbline.live.aws.lambda;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.lambda.LambdaClient;

final class LambdaPermissionTest {

  private static final String STATEMENT =
      """
      {"Version":"2012-10-17","Statement":[{"Sid":"s3","Effect":"Allow","Action":"lambda:InvokeFunction",
       "Principal":%s,"Resource":"%s","Condition":{
        "StringEquals":{"AWS:SourceAccount":"123456789012","aws:PrincipalOrgID":"o-1",
         "lambda:EventSourceToken":"t","lambda:FunctionUrlAuthType":"NONE"},
        "ArnLike":{"AWS:SourceArn":"arn:aws:s3:::photos"}}},
       {"Sid":"FunctionURLAllowPublicAccess"}]}""";

  private final FakeLambda lambda = new FakeLambda();

  @Test
  void reads_a_statement_under_terraforms_own_names() {
    policy("mail:live", "{\"Service\":\"s3.amazonaws.com\"}", FakeLambda.FUNCTION + ":live");

    Value.Mapping attributes = found(observe(permission("mail", "live", "s3.amazonaws.com")));

    assertComplete("aws_lambda_permission", attributes);
    Map.of(
            "action", "lambda:InvokeFunction",
            "function_name", FakeLambda.FUNCTION,
            "qualifier", "live",
            "principal", "s3.amazonaws.com",
            "source_account", "123456789012",
            "source_arn", "arn:aws:s3:::photos",
            "principal_org_id", "o-1",
            "event_source_token", "t",
            "function_url_auth_type", "NONE",
            "statement_id", "s3")
        .forEach(
            (attribute, value) ->
                assertThat(attributes.at(attribute)).as(attribute).isEqualTo(Value.of(value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"AWS\":\"arn:aws:iam::210987654321:root\"} | 210987654321 | 210987654321",
        "{\"AWS\":\"arn:aws:iam::210987654321:root\"} | 111111111111 | arn:aws:iam::210987654321:root",
        "{\"AWS\":[\"arn:aws:iam::1:role/x\"]} | x | arn:aws:iam::1:role/x",
        "\"*\" | * | *",
      })
  void a_principal_is_compared_as_it_was_written(String answer, String written, String read) {
    policy("mail", answer, FakeLambda.FUNCTION);

    assertThat(found(observe(permission("mail", "", written))).at("principal"))
        .isEqualTo(Value.of(read));
  }

  @Test
  void a_statement_that_the_policy_lacks_is_gone() {
    lambda.policies.put("mail", "{\"Statement\":[]}");

    assertThat(observe(permission("mail", "", "x"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void without_a_policy_it_is_gone() {
    assertThat(observe(permission("mail", "", "x"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    lambda.failure = "AccessDeniedException";

    assertThat(observe(permission("mail", "", "x"))).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void a_function_urls_own_statement_is_not_discovered() {
    policy("mail", "\"*\"", FakeLambda.FUNCTION);
    RecordedResource url =
        recorded("aws_lambda_function_url", Map.of("function_name", Value.of("mail")));

    assertThat(discover(permission("mail", "", "x")))
        .containsExactly("mail/s3", "mail/FunctionURLAllowPublicAccess");
    assertThat(discover(permission("mail", "", "x"), url)).containsExactly("mail/s3");
  }

  @Test
  void is_imported_by_function_qualifier_and_statement() {
    LambdaPermission type = new LambdaPermission();

    assertThat(type.importIds(permission(FakeLambda.FUNCTION, "live", "x")))
        .containsExactly("mail:live/s3");
    assertThat(type.importIds(permission("mail", "", "x"))).containsExactly("mail/s3");
  }

  private Iterable<String> discover(RecordedResource... resources) {
    return FakeScope.discover(
        new LambdaPermission(), Map.of(LambdaClient.class, lambda), resources);
  }

  private void policy(String function, String principal, String resource) {
    lambda.policies.put(function, STATEMENT.formatted(principal, resource));
  }

  private Observation observe(RecordedResource permission) {
    return lambda.observe(new LambdaPermission(), permission);
  }

  private static RecordedResource permission(String function, String qualifier, String principal) {
    return recorded(
        "aws_lambda_permission",
        Map.of(
            "id", Value.of("s3"),
            "function_name", Value.of(function),
            "qualifier", Value.of(qualifier),
            "principal", Value.of(principal)));
  }
}
