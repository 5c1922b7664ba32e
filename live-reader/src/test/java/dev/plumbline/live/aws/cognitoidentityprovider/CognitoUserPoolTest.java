package dev.plumbline.live.aws.cognitoidentityprovider;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;

final class CognitoUserPoolTest {

  private final FakeCognito cognito = new FakeCognito();

  @Test
  void reads_a_pool_under_terraforms_own_names() {
    cognito
        .pool
        .name("users")
        .policies(
            p ->
                p.passwordPolicy(w -> w.minimumLength(12).temporaryPasswordValidityDays(2))
                    .signInPolicy(s -> s.allowedFirstAuthFactorsWithStrings("PASSWORD")))
        .accountRecoverySetting(
            a -> a.recoveryMechanisms(m -> m.priority(1).name("verified_email")))
        .emailConfiguration(e -> e.from("a@b.example").configurationSet("set"))
        .adminCreateUserConfig(
            a -> a.unusedAccountValidityDays(7).inviteMessageTemplate(t -> t.smsMessage("hi")))
        .lambdaConfig(
            l ->
                l.kmsKeyID("key")
                    .customSMSSender(s -> s.lambdaArn("arn:sms").lambdaVersion("V1_0"))
                    .preTokenGenerationConfig(p -> p.lambdaArn("arn:t").lambdaVersion("V2_0")))
        .userPoolAddOns(
            a ->
                a.advancedSecurityMode("AUDIT")
                    .advancedSecurityAdditionalFlows(f -> f.customAuthMode("ENFORCED")))
        .userPoolTags(Map.of("team", "core"));
    cognito
        .mfa
        .mfaConfiguration("OPTIONAL")
        .softwareTokenMfaConfiguration(s -> s.enabled(true))
        .emailMfaConfiguration(e -> e.message("m").subject("s"))
        .webAuthnConfiguration(w -> w.relyingPartyId("rp").userVerification("required"));

    Value.Mapping attributes = found(observe(Value.none()));

    assertComplete("aws_cognito_user_pool", attributes);
    assertThat(attributes.at("mfa_configuration")).isEqualTo(Value.of("OPTIONAL"));
    assertThat(attributes.at("endpoint"))
        .isEqualTo(Value.of("cognito-idp.us-east-1.amazonaws.com/" + FakeCognito.POOL));
    assertThat(block(attributes, "password_policy").at("minimum_length")).isEqualTo(Value.of(12));
    assertThat(block(attributes, "sign_in_policy").at("allowed_first_auth_factors").items())
        .containsExactly(Value.of("PASSWORD"));
    assertThat(block(attributes, "email_configuration").at("from_email_address"))
        .isEqualTo(Value.of("a@b.example"));
    assertThat(
            block(attributes, "account_recovery_setting")
                .at("recovery_mechanism")
                .items()
                .getFirst()
                .at("priority"))
        .isEqualTo(Value.of(1));
    assertThat(block(attributes, "lambda_config").at("kms_key_id")).isEqualTo(Value.of("key"));
    assertThat(
            block(attributes, "lambda_config")
                .at("custom_sms_sender")
                .items()
                .getFirst()
                .at("lambda_arn"))
        .isEqualTo(Value.of("arn:sms"));
    assertThat(block(attributes, "software_token_mfa_configuration").at("enabled"))
        .isEqualTo(Value.of(true));
    assertThat(block(attributes, "email_mfa_configuration").at("subject")).isEqualTo(Value.of("s"));
    assertThat(block(attributes, "web_authn_configuration").at("relying_party_id"))
        .isEqualTo(Value.of("rp"));
    assertThat(attributes.at("tags_all").at("team")).isEqualTo(Value.of("core"));
  }

  @ParameterizedTest
  @CsvSource({
    "email,     String, true,  false, 0,  2048, false",
    "email,     String, true,  true,  0,  2048, true",
    "email,     String, true,  false, 5,  100,  true",
    "birthdate, String, true,  false, 10, 10,   false",
    "sub,       String, false, true,  1,  2048, false",
    "custom:hat,String, true,  false, 0,  9,    true",
  })
  void standard_attributes_are_kept_only_where_they_are_not_as_usual(
      String name,
      String type,
      boolean mutable,
      boolean required,
      String min,
      String max,
      boolean kept) {
    cognito.pool.schemaAttributes(
        attribute(name, type, mutable, required)
            .stringAttributeConstraints(c -> c.minLength(min).maxLength(max))
            .build());

    assertThat(found(observe(Value.none())).at("schema").items()).hasSize(kept ? 1 : 0);
  }

  @Test
  void what_is_no_text_is_standard_too() {
    cognito.pool.schemaAttributes(
        attribute("email_verified", "Boolean", true, false).build(),
        attribute("updated_at", "Number", true, false)
            .numberAttributeConstraints(c -> c.minValue("0"))
            .build(),
        attribute("identities", "String", true, false).stringAttributeConstraints(_ -> {}).build());

    assertThat(found(observe(Value.none())).at("schema").items()).isEmpty();
  }

  @Test
  void an_attribute_that_the_code_has_is_kept_without_limits_it_does_not_set() {
    cognito.pool.schemaAttributes(
        attribute("email", "String", true, false)
            .stringAttributeConstraints(c -> c.minLength("0").maxLength("2048"))
            .build());
    Value written = Value.of(List.of(Value.of(Map.of("name", Value.of("email")))));

    Value block = found(observe(written)).at("schema").items().getFirst();

    assertThat(block.at("name")).isEqualTo(Value.of("email"));
    assertThat(block.at("string_attribute_constraints").isEmpty()).isTrue();
  }

  @Test
  void a_custom_attribute_has_its_own_name() {
    cognito.pool.schemaAttributes(attribute("dev:custom:hat", "String", true, false).build());

    assertThat(found(observe(Value.none())).at("schema").items().getFirst().at("name"))
        .isEqualTo(Value.of("hat"));
  }

  @Test
  void a_pool_that_cognito_says_does_not_exist_is_gone() {
    cognito.failure = "ResourceNotFoundException";

    assertThat(observe(Value.none())).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    cognito.failure = "AccessDeniedException";

    assertThat(observe(Value.none())).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_discovered_by_id() {
    assertThat(cognito.discover(new CognitoUserPool())).containsExactly(FakeCognito.POOL);
  }

  private static SchemaAttributeType.Builder attribute(
      String name, String type, boolean mutable, boolean required) {
    return SchemaAttributeType.builder()
        .name(name)
        .attributeDataType(AttributeDataType.fromValue(type))
        .mutable(mutable)
        .required(required)
        .developerOnlyAttribute(false);
  }

  private static Value block(Value.Mapping attributes, String name) {
    return attributes.at(name).items().getFirst();
  }

  private Observation observe(Value schema) {
    RecordedResource pool =
        recorded(
            "aws_cognito_user_pool", Map.of("id", Value.of(FakeCognito.POOL), "schema", schema));
    return cognito.observe(new CognitoUserPool(), pool);
  }
}
