package dev.plumbline.wiring.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {

  private static final String PROJECT =
      "arn:aws:codebuild:us-east-1:123456789012:project/plumbline-apply-shop";
  private static final String START = "codebuild:StartBuild";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"Action\":\"codebuild:StartBuild\",\"Resource\":\"*\"|true",
        "\"Action\":\"CodeBuild:start*\",\"Resource\":\"*\"|true",
        "\"Action\":[\"s3:GetObject\",\"*\"],\"Resource\":[\"*\"]|true",
        "\"Action\":\"codebuild:StartBuild\",\"Resource\":\"arn:aws:codebuild:*:*:project/plumbline-*\"|true",
        "\"Action\":\"codebuild:StartBuild\",\"Resource\":\"arn:aws:codebuild:*:*:project/plumbline-plan-*\"|false",
        "\"Action\":\"codebuild:StartBuildBatch\",\"Resource\":\"*\"|false",
        "\"Action\":\"codebuild:StartBuil?\",\"Resource\":\"*\"|true",
        "\"NotAction\":\"iam:*\",\"Resource\":\"*\"|true",
        "\"NotAction\":\"codebuild:*\",\"Resource\":\"*\"|false",
        "\"Action\":\"codebuild:*\",\"NotResource\":\"arn:aws:codebuild:*:*:project/plumbline-apply-*\"|false",
        "\"Action\":\"codebuild.StartBuild\",\"Resource\":\"*\"|false"
      })
  void a_statement_is_about_what_its_patterns_fit(String statement, boolean allows) {
    PolicyDocument policy = policy("{\"Effect\":\"Allow\",%s}".formatted(statement));

    assertThat(policy.allows(START, PROJECT)).isEqualTo(allows);
    assertThat(policy.denies(START, PROJECT)).isFalse();
  }

  @Test
  void a_condition_may_hold_where_it_allows_and_may_not_where_it_denies() {
    String rest =
        "\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}";

    assertThat(policy("{\"Effect\":\"Allow\",%s}".formatted(rest)).allows(START, PROJECT)).isTrue();
    assertThat(policy("{\"Effect\":\"Deny\",%s}".formatted(rest)).denies(START, PROJECT)).isFalse();
    assertThat(
            policy("{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}")
                .denies(START, PROJECT))
        .isTrue();
  }

  @Test
  void what_iam_hands_out_encoded_is_read_too_and_what_is_no_policy_allows_nothing() {
    String text = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    assertThat(PolicyDocument.of(URLEncoder.encode(text, UTF_8)).allows(START, PROJECT)).isTrue();
    assertThat(PolicyDocument.of("nothing").allows(START, PROJECT)).isFalse();
  }

  private static PolicyDocument policy(String statement) {
    return PolicyDocument.of("{\"Version\":\"2012-10-17\",\"Statement\":%s}".formatted(statement));
  }
}
