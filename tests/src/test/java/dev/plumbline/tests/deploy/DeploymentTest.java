package dev.plumbline.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorKind;
import dev.plumbline.tests.EmulatedAws;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The synthesised app deploys to the emulated account, and what came of it fits together. */
class DeploymentTest {

  @ParameterizedTest
  @ValueSource(strings = {"everything", "defaults"})
  void the_app_deploys(String settings) throws Exception {
    try (Emulator emulator = EmulatorKind.MOTO.start(_ -> {})) {
      EmulatedDeployment deployment = EmulatedDeployment.of(emulator.endpoint(), settings);

      List<FunctionConfiguration> functions = functions(emulator);
      assertThat(functions)
          .hasSize(11)
          .allSatisfy(
              function -> {
                assertThat(function.runtimeAsString()).isEqualTo("java25");
                assertThat(function.environment().variables())
                    .containsEntry("TABLE_NAME", deployment.output("Table6849C841Ref"));
              });
      assertThat(tables(emulator)).containsExactly(deployment.output("Table6849C841Ref"));
      assertThatWorkComesFromItsQueue(emulator, functions);
    }
  }

  private static List<FunctionConfiguration> functions(Emulator emulator) {
    try (LambdaClient lambda = EmulatedAws.client(LambdaClient.builder(), emulator.endpoint())) {
      return lambda.listFunctions().functions();
    }
  }

  private static List<String> tables(Emulator emulator) {
    try (DynamoDbClient dynamo =
        EmulatedAws.client(DynamoDbClient.builder(), emulator.endpoint())) {
      return dynamo.listTables().tableNames();
    }
  }

  private static void assertThatWorkComesFromItsQueue(
      Emulator emulator, List<FunctionConfiguration> functions) {
    try (LambdaClient lambda = EmulatedAws.client(LambdaClient.builder(), emulator.endpoint());
        SqsClient sqs = EmulatedAws.client(SqsClient.builder(), emulator.endpoint())) {
      String commands = variable(functions, "WebhookFunction", "COMMAND_QUEUE_URL");
      Map<QueueAttributeName, String> queue =
          sqs.getQueueAttributes(
                  request -> request.queueUrl(commands).attributeNames(QueueAttributeName.ALL))
              .attributes();
      assertThat(queue.get(QueueAttributeName.REDRIVE_POLICY))
          .containsPattern("\"maxReceiveCount\": ?3\\b");
      assertThat(lambda.listEventSourceMappings().eventSourceMappings())
          .hasSize(3)
          .allSatisfy(
              mapping ->
                  assertThat(mapping.functionResponseTypesAsStrings())
                      .containsExactly("ReportBatchItemFailures"))
          .anySatisfy(
              mapping ->
                  assertThat(mapping.eventSourceArn())
                      .isEqualTo(queue.get(QueueAttributeName.QUEUE_ARN)));
    }
  }

  private static String variable(
      List<FunctionConfiguration> functions, String handler, String variable) {
    return functions.stream()
        .filter(function -> function.handler().contains(handler))
        .map(function -> function.environment().variables().get(variable))
        .findFirst()
        .orElseThrow();
  }
}
