package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each role may do, and what none may. */
class RightsTest {

  private static final String ARN = "arn:{AWS::Partition}:%s:eu-west-1:111122223333:%s";

  /** What a state machine needs to log and to trace: AWS lets neither be scoped. */
  private static final Set<List<String>> LOGS_AND_TRACES =
      Set.of(
          List.of(
              "logs:CreateLogDelivery",
              "logs:GetLogDelivery",
              "logs:UpdateLogDelivery",
              "logs:DeleteLogDelivery",
              "logs:ListLogDeliveries",
              "logs:PutResourcePolicy",
              "logs:DescribeResourcePolicies",
              "logs:DescribeLogGroups"),
          List.of(
              "xray:PutTraceSegments",
              "xray:PutTelemetryRecords",
              "xray:GetSamplingRules",
              "xray:GetSamplingTargets"));

  private final Templates templates = Assemblies.EVERYTHING;

  @Test
  void no_statement_allows_a_wildcard_action() {
    assertThat(
            templates
                .statements()
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .flatMap(statement -> Templates.texts(statement.path("Action"))))
        .hasSizeGreaterThan(200)
        .noneMatch(action -> action.contains("*"));
  }

  @Test
  void only_actions_that_read_and_cannot_be_scoped_are_allowed_on_every_resource() {
    assertThat(
            templates
                .statements()
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .filter(
                    statement -> Templates.texts(statement.path("Resource")).anyMatch("*"::equals))
                .filter(statement -> !LOGS_AND_TRACES.contains(actions(statement)))
                .flatMap(statement -> Templates.texts(statement.path("Action"))))
        .hasSizeGreaterThan(50)
        .allMatch(
            action ->
                action.matches(
                    "apigateway:GET|budgets:ViewBudget|[a-z0-9-]+:(Get|List|Describe|BatchGet|Head|Lookup)[A-Za-z0-9]+"))
        .doesNotContain("s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter");
  }

  @Test
  void those_that_scan_may_ask_all_that_the_readers_declare_and_no_other_may() {
    List<String> declared =
        ReaderPermissions.bundled().actionsByService().values().stream()
            .flatMap(actions -> actions.stream())
            .toList();

    assertThat(
            templates
                .only("Plumbline")
                .ofType("AWS::IAM::ManagedPolicy")
                .flatMap(
                    each ->
                        Templates.elements(
                            each.getValue().at("/Properties/PolicyDocument/Statement")))
                .flatMap(statement -> Templates.texts(statement.path("Action"))))
        .containsExactlyInAnyOrderElementsOf(declared);
    assertThat(
            templates
                .only("Plumbline")
                .ofType("AWS::IAM::Role")
                .filter(each -> each.getValue().path("Properties").has("ManagedPolicyArns"))
                .map(Map.Entry::getKey))
        .hasSize(4)
        .allMatch(role -> role.matches("(Scan|Work|Approval|Event)FunctionRole.*"));
  }

  @Test
  void a_managed_policy_is_no_larger_than_iam_takes() {
    assertThat(templates.all("AWS::IAM::ManagedPolicy"))
        .hasSizeGreaterThan(2)
        .allSatisfy(
            policy ->
                assertThat(policy.path("PolicyDocument").toString().length()).isLessThan(6_144));
  }

  @Test
  void what_is_configured_may_be_read_and_no_more() {
    assertThat(templates.resourcesOf("ScanFunction", "s3:GetObjectVersion"))
        .filteredOn(arn -> arn.contains("arrakis"))
        .containsExactlyInAnyOrder(
            "arn:{AWS::Partition}:s3:::arrakis-tfstate/production/terraform.tfstate",
            "arn:{AWS::Partition}:s3:::arrakis-tfstate/production/terraform.tfstate.tflock",
            "arn:{AWS::Partition}:s3:::arrakis-tfstate/env:/*");
    assertThat(templates.resourcesOf("ScanFunction", "ssm:GetParameter"))
        .containsExactly(ARN.formatted("ssm", "parameter/plumbline/configuration"));
    assertThat(templates.resourcesOf("ScanFunction", "sts:AssumeRole"))
        .containsExactly("arn:aws:iam::444455556666:role/plumbline-reader");
  }

  @Test
  void each_secret_is_read_by_those_alone_that_need_it() {
    assertThat(readersOf("plumbline/slack-AbCdEf"))
        .containsExactly(
            "ApprovalFunction", "EventFunction", "ScanFunction", "SummaryFunction", "WorkFunction");
    assertThat(readersOf("plumbline/github-AbCdEf"))
        .containsExactly(
            "ApprovalFunction", "EventFunction", "ScanFunction", "SummaryFunction", "WorkFunction");
    assertThat(readersOf("plumbline/signing-AbCdEf")).containsExactly("SlackFunction");
    assertThat(readersOf("plumbline/webhook-AbCdEf")).containsExactly("WebhookFunction");
    assertThat(readersOf("DeploymentKey"))
        .containsExactly(
            "ApprovalFunction",
            "EventFunction",
            "ScanFunction",
            "SummaryFunction",
            "WebhookFunction",
            "WorkFunction");
  }

  @Test
  void what_is_written_stays_within_the_service() {
    assertThat(
            templates.functions().stream()
                .flatMap(name -> templates.resourcesOf(name, "s3:PutObject").stream()))
        .hasSize(5 * 2 + 2 + 1)
        .allMatch(
            arn -> arn.matches("\\{.*ReportsBucket.*Arn}/(reports|fingerprints|runs|slices)/\\*"));
    assertThat(
            templates.functions().stream()
                .flatMap(name -> templates.resourcesOf(name, "dynamodb:PutItem").stream()))
        .allMatch(arn -> arn.matches("\\{.*Table.*Arn}(/index/listings)?"));
  }

  @Test
  void what_only_goes_on_reads_the_table_and_queues() {
    assertThat(Stream.of("SweepFunction", "BuildFunction"))
        .allSatisfy(
            name ->
                assertThat(templates.actionsOf(name))
                    .containsExactlyInAnyOrder(
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "dynamodb:GetItem",
                        "dynamodb:BatchGetItem",
                        "dynamodb:Query",
                        "sqs:SendMessage"));
  }

  private static List<String> actions(JsonNode statement) {
    return Templates.texts(statement.path("Action")).toList();
  }

  private List<String> readersOf(String secret) {
    return templates.functions().stream()
        .filter(
            name ->
                templates.resourcesOf(name, "secretsmanager:GetSecretValue").stream()
                    .anyMatch(arn -> arn.contains(secret)))
        .toList();
  }

  /** Of a role's trust, the condition. */
  static JsonNode trust(JsonNode role) {
    return role.at("/AssumeRolePolicyDocument/Statement/0");
  }
}
