package dev.plumbline.engine.severity;

import static dev.plumbline.engine.Severity.CRITICAL;
import static dev.plumbline.engine.Severity.HIGH;
import static dev.plumbline.engine.Severity.LOW;
import static dev.plumbline.engine.Severity.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Change.Action;
import dev.plumbline.engine.Change.Item;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.state.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SeverityPolicyTest {

  private static final SeverityPolicy BUILT_IN = SeverityPolicy.of(List.of());
  private static final StackFacts STACK = new StackFacts("prod", "production");
  private static final String OPEN_POLICY =
      "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"s3:*\"}]}";
  private static final String ADMIN_POLICY =
      "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"*\"],\"Resource\":\"*\"}}";

  record Case(String type, String path, Value expected, Value actual, Severity severity) {}

  static final List<Case> cases =
      List.of(
          c("aws_security_group", "ingress", "10.0.0.0/8", "0.0.0.0/0", CRITICAL),
          c("aws_security_group", "ingress", "10.0.0.0/8", "::/0", CRITICAL),
          c("aws_security_group", "ingress", "0.0.0.0/0", "10.0.0.0/8", MEDIUM),
          c("aws_security_group", "egress", "10.0.0.0/8", "0.0.0.0/0", MEDIUM),
          c(
              "aws_vpc_security_group_ingress_rule",
              "cidr_ipv4",
              "10.0.0.0/8",
              "0.0.0.0/0",
              CRITICAL),
          c("aws_s3_bucket_public_access_block", "block_public_acls", true, false, CRITICAL),
          c("aws_s3_bucket_public_access_block", "block_public_acls", false, true, MEDIUM),
          c("aws_s3_bucket_policy", "policy", "{}", OPEN_POLICY, CRITICAL),
          c("aws_s3_bucket_policy", "policy", OPEN_POLICY, "{}", HIGH),
          c("aws_sqs_queue", "policy", "{}", OPEN_POLICY, CRITICAL),
          c("aws_s3_bucket_acl", "acl", "private", "public-read", CRITICAL),
          c("aws_db_instance", "publicly_accessible", false, true, CRITICAL),
          c("aws_iam_policy", "policy", "{}", ADMIN_POLICY, CRITICAL),
          c("aws_iam_policy", "policy", "{}", "{\"Statement\":[]}", HIGH),
          c("aws_iam_role", "assume_role_policy", "{}", "{\"Statement\":[]}", CRITICAL),
          c(
              "aws_iam_role",
              "managed_policy_arns",
              "",
              "arn:aws:iam::aws:policy/AdministratorAccess",
              CRITICAL),
          c("aws_iam_role", "max_session_duration", "1", "2", HIGH),
          c("aws_kms_key", "policy", "{}", "{\"a\":1}", CRITICAL),
          c("aws_kms_key", "enable_key_rotation", true, false, HIGH),
          c("aws_db_instance", "storage_encrypted", true, false, HIGH),
          c("aws_db_instance", "deletion_protection", true, false, HIGH),
          c("aws_db_instance", "deletion_protection", false, true, MEDIUM),
          c(
              "aws_s3_bucket_versioning",
              "versioning_configuration[0].status",
              "Enabled",
              "Suspended",
              HIGH),
          c("aws_sqs_queue", "kms_master_key_id", "alias/a", "", HIGH),
          c("aws_ecs_service", "desired_count", "3", "1", MEDIUM),
          c("aws_iam_role", "tags[\"Owner\"]", "a", "b", LOW),
          c("aws_security_group", "description", "a", "b", LOW));

  @ParameterizedTest
  @FieldSource("cases")
  void the_built_in_table_rates(Case each) {
    Rating rating = BUILT_IN.rate(STACK, resource(each.type()), change(each));

    assertThat(rating.severity()).as(rating.reason()).isEqualTo(each.severity());
    assertThat(rating.reason()).isNotBlank();
  }

  @Test
  void an_open_rule_among_a_sets_items_is_seen() {
    Change change =
        new Change(
            "ingress",
            Value.of(List.of(Value.of("0.0.0.0/0 80"))),
            Value.none(),
            false,
            List.of(new Item(Action.ADDED, "", Value.none(), Value.of("0.0.0.0/0"))));

    assertThat(BUILT_IN.rate(STACK, resource("aws_security_group"), change).severity())
        .isEqualTo(CRITICAL);
  }

  @ParameterizedTest
  @CsvSource({
    "aws_db_instance, HIGH",
    "aws_s3_bucket_public_access_block, CRITICAL",
    "aws_cloudwatch_metric_alarm, MEDIUM",
  })
  void a_deletion_is_rated_by_what_was_lost(String type, Severity severity) {
    ResourceFacts gone = new ResourceFacts(type, type + ".a", "i", "1", "r", Status.DELETED);

    assertThat(BUILT_IN.rate(STACK, gone).severity()).isEqualTo(severity);
  }

  @Test
  void a_configured_rule_comes_before_the_table_and_the_first_that_holds_counts() {
    SeverityPolicy policy =
        policy(
            "resource.type == \"aws_ecs_service\" && change.actual < 2",
            "stack.environment == \"production\"");

    assertThat(policy.rate(STACK, resource("aws_ecs_service"), count(1)))
        .isEqualTo(
            new Rating(
                CRITICAL,
                "configured: resource.type == \"aws_ecs_service\" && change.actual < 2",
                List.of()));
    assertThat(policy.rate(STACK, resource("aws_ecs_service"), count(9)).severity())
        .isEqualTo(CRITICAL);
    assertThat(
            policy
                .rate(new StackFacts("t", "test"), resource("aws_ecs_service"), count(9))
                .severity())
        .isEqualTo(MEDIUM);
  }

  @Test
  void a_rule_that_cannot_be_evaluated_does_not_match_and_is_noted() {
    Rating rating =
        policy("change.actual.startsWith(\"x\")")
            .rate(STACK, resource("aws_ecs_service"), count(1));

    assertThat(rating.severity()).isEqualTo(MEDIUM);
    assertThat(rating.notes()).singleElement().asString().contains("aws_ecs_service.a");
  }

  @Test
  void an_expression_never_sees_a_secret() {
    Change secret =
        new Change("password", Value.of("hunter2"), Value.of("hunter3"), true, List.of());
    SeverityPolicy policy = policy("change.actual == \"hunter3\"");

    assertThat(policy.rate(STACK, resource("aws_db_instance"), secret).severity())
        .isEqualTo(MEDIUM);
    assertThat(
            policy("change.actual == \"(sensitive)\" && change.sensitive")
                .rate(STACK, resource("aws_db_instance"), secret)
                .severity())
        .isEqualTo(CRITICAL);
  }

  @Test
  void mistakes_have_their_place() {
    assertThat(SeverityPolicy.mistakes("resource.type = 'x'")).isNotEmpty();
    assertThat(SeverityPolicy.mistakes("nothing.type == 'x'"))
        .first()
        .asString()
        .contains("at 1:1");
    assertThat(SeverityPolicy.mistakes("stack.env == 'x'"))
        .containsExactly("stack has no env, only environment, name");
    assertThat(SeverityPolicy.mistakes("x".repeat(5_000))).isNotEmpty();
    assertThat(SeverityPolicy.mistakes("true")).isEmpty();
  }

  private static SeverityPolicy policy(String... expressions) {
    return SeverityPolicy.of(
        List.of(expressions).stream().map(when -> new SeverityRule(when, CRITICAL)).toList());
  }

  private static ResourceFacts resource(String type) {
    return new ResourceFacts(type, type + ".a", "id", "111122223333", "r", Status.DRIFTED);
  }

  private static Change count(long actual) {
    return new Change("desired_count", Value.of(3), Value.of(actual), false, List.of());
  }

  private static Change change(Case each) {
    return new Change(each.path(), each.expected(), each.actual(), false, List.of());
  }

  private static Case c(String type, String path, String expected, String actual, Severity is) {
    return new Case(type, path, Value.of(expected), Value.of(actual), is);
  }

  private static Case c(String type, String path, boolean expected, boolean actual, Severity is) {
    return new Case(type, path, Value.of(expected), Value.of(actual), is);
  }
}
