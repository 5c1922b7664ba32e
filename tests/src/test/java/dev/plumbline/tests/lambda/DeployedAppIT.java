package dev.plumbline.tests.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorKind;
import dev.plumbline.tests.EmulatedAws;
import dev.plumbline.tests.deploy.EmulatedDeployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * Each function as the CDK app deploys it: its handler, and the environment that the deployed
 * template gives it, under AWS's own runtime client. A snapshot is taken of each before its first
 * event, so that its hooks are called as Lambda calls them.
 */
class DeployedAppIT {

  private static final List<String> JVM =
      List.of(
          "-Xmx440m",
          // As the managed runtime does, so that hooks reach its client.
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

  private static final String HEALTH =
      """
      {"version": "2.0", "rawPath": "/v1/health", "headers": {},
       "requestContext": {"accountId": "123456789012", "http": {"method": "GET"},
         "authorizer": {"iam": {"userArn": "arn:aws:iam::123456789012:user/ana", "userId": "AIDAANA"}}}}""";

  @Test
  void every_function_starts_with_what_the_template_sets_and_reaches_what_it_deploys(
      @TempDir Path folder) throws Exception {
    Path root = Path.of(System.getProperty("plumbline.root", ".."));
    FunctionZip zip = FunctionZip.unpack(root, Files.createDirectory(folder.resolve("lib")));
    try (Emulator emulator = EmulatorKind.MOTO.start(_ -> {})) {
      EmulatedDeployment.of(emulator.endpoint(), "everything");
      Map<String, Map<String, String>> functions = functions(emulator);
      assertThat(functions).hasSize(11);
      for (Map.Entry<String, Map<String, String>> each : functions.entrySet()) {
        Path log = folder.resolve(each.getKey() + ".log");
        try (RunningFunction function =
            RunningFunction.start(zip, each.getKey(), JVM, each.getValue(), log)) {
          function.snapshot();
          function.initialised();
          assertThat(function.log()).doesNotContain("Priming was left unfinished");
          answers(each.getKey(), function);
        }
      }
    }
  }

  /** Those that need no more than the table do what they are for. */
  private static void answers(String name, RunningFunction function) throws Exception {
    switch (name) {
      case "ApiFunction" -> {
        RuntimeApi.Answer answer = function.invoke(HEALTH);
        assertThat(answer.body()).contains("\"statusCode\":200");
      }
      case "SweepFunction" -> assertThat(function.invoke("{}").failed()).isFalse();
      case "BuildFunction" ->
          assertThat(
                  function
                      .invoke("{\"detail\":{\"build-status\":\"FAILED\",\"build-id\":\"a:b\"}}")
                      .failed())
              .isFalse();
      case "WorkFunction", "ApprovalFunction", "EventFunction" ->
          assertThat(function.invoke("{\"Records\":[]}").body()).contains("batchItemFailures");
      case "WebhookFunction", "SlackFunction" ->
          assertThat(function.invoke("{\"body\":\"unsigned\"}").body()).contains("\"statusCode\":");
      default -> assertThat(function.invoke("{\"misspelt\":1}").failed()).isTrue();
    }
  }

  private static Map<String, Map<String, String>> functions(Emulator emulator) {
    Map<String, Map<String, String>> environments = new TreeMap<>();
    try (LambdaClient lambda = EmulatedAws.client(LambdaClient.builder(), emulator.endpoint())) {
      for (FunctionConfiguration function : lambda.listFunctions().functions()) {
        Map<String, String> environment = new HashMap<>(function.environment().variables());
        environment.putAll(
            Map.of(
                "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start",
                "AWS_ENDPOINT_URL", emulator.endpoint().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", Emulator.ACCOUNT,
                "AWS_SECRET_ACCESS_KEY", "none"));
        environments.put(function.handler().replaceAll(".*\\.|::.*", ""), environment);
      }
    }
    return environments;
  }
}
