package dev.plumbline.live.aws.cognitoidentityprovider;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserPoolMfaConfigResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** Cognito's answers about one user pool under the names of {@code aws_cognito_user_pool}. */
final class UserPoolAttributes {

  private UserPoolAttributes() {}

  static Attributes of(
      Attributes attributes,
      AwsScope scope,
      RecordedResource recorded,
      UserPoolType pool,
      GetUserPoolMfaConfigResponse mfa) {
    policies(attributes, pool.policies());
    return attributes
        .from(pool)
        .put(
            "account_recovery_setting",
            Shape.renamed(
                Shape.of(pool.accountRecoverySetting()),
                Map.of("recovery_mechanisms", "recovery_mechanism")))
        .put(
            "email_configuration",
            Shape.renamed(
                Shape.of(pool.emailConfiguration()), Map.of("from", "from_email_address")))
        .put("endpoint", host(scope) + "/" + pool.id())
        .put("schema", SchemaAttributes.blocks(recorded.at("schema"), pool.schemaAttributes()))
        .put("mfa_configuration", mfa.mfaConfigurationAsString())
        .put("software_token_mfa_configuration", mfa.softwareTokenMfaConfiguration())
        .put("email_mfa_configuration", mfa.emailMfaConfiguration())
        .put("web_authn_configuration", mfa.webAuthnConfiguration());
  }

  private static void policies(Attributes attributes, UserPoolPolicyType policies) {
    attributes
        .put("password_policy", policies == null ? null : policies.passwordPolicy())
        .put("sign_in_policy", policies == null ? null : policies.signInPolicy());
  }

  private static String host(AwsScope scope) {
    String domain = scope.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    return "cognito-idp.%s.%s".formatted(scope.region(), domain);
  }
}
