package dev.plumbline.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.tests.EmulatedAws;
import dev.plumbline.tests.MendedEmulator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The README's way into an account and out of it again, with the CDK's own command line. */
class CdkCommandIT {

  private static final Path ROOT = Path.of(System.getProperty("plumbline.root", ".."));
  private static final String ASSETS = "cdk-hnb659fds-assets-123456789012-us-east-1";

  /** What the emulator takes no notice of, and templates' own tests hold instead. */
  private static final List<String> STAND_INS =
      List.of(
          "AWS::ApiGatewayV2::Api",
          "AWS::ApiGatewayV2::Integration",
          "AWS::ApiGatewayV2::Route",
          "AWS::ApiGatewayV2::Stage",
          "AWS::CloudWatch::Alarm",
          "AWS::Lambda::EventInvokeConfig",
          "AWS::S3::BucketPolicy",
          "AWS::SNS::TopicPolicy",
          "AWS::SQS::QueuePolicy",
          "AWS::Scheduler::Schedule");

  @Test
  void one_command_deploys_everything_and_one_takes_away_all_but_the_data(@TempDir Path folder)
      throws Exception {
    assumeTrue(CdkCommand.isThere(), "there is no npm here");
    String out = folder.resolve("out").toString();
    // Not what whoever builds this deploys.
    Path settings = Files.writeString(folder.resolve("deployment.json"), "{}");
    try (MendedEmulator emulator =
        MendedEmulator.withClock(
            "/dev/plumbline/tests/deploy/formation.py",
            Map.of(),
            Files.createDirectory(folder.resolve("emulator")))) {
      CdkCommand cdk = new CdkCommand(ROOT.resolve("cdk"), emulator.endpoint(), folder);
      cdk.install();
      cdk.run("synth", "--quiet", "--output", out, "-c", "deployment=" + settings);
      cdk.run("bootstrap", "--app", out);
      cdk.run("deploy", "--app", out, "--require-approval", "never");

      assertThat(emulator.log()).as("errors of the emulator's own").doesNotContain("Traceback");
      assertThat(
              emulator
                  .log()
                  .lines()
                  .filter(line -> line.startsWith("stand-in: "))
                  .map(line -> line.substring("stand-in: ".length()))
                  .distinct()
                  .sorted())
          .containsExactlyElementsOf(STAND_INS);
      assertThat(new EmulatedCloudFormation(emulator.endpoint()).outputs("Plumbline"))
          .containsKeys(
              "ApiUrl",
              "ConfigurationUri",
              "ReportBucketName",
              "ScanRunArn",
              "SlackUrl",
              "TableName",
              "TopicArn",
              "WebhookSecretArn",
              "WebhookUrl");
      every_function_is_there(emulator.endpoint());
      the_zip_is_the_one_that_was_built(emulator.endpoint());

      cdk.run("destroy", "--app", out, "--force");

      only_data_is_left(emulator.endpoint());
    }
  }

  private static void every_function_is_there(URI endpoint) {
    try (LambdaClient lambda = EmulatedAws.client(LambdaClient.builder(), endpoint);
        SfnClient machines = EmulatedAws.client(SfnClient.builder(), endpoint)) {
      List<FunctionConfiguration> functions = lambda.listFunctions().functions();
      assertThat(functions)
          .hasSize(11)
          .allSatisfy(
              function -> {
                assertThat(function.runtimeAsString()).isEqualTo("java25");
                assertThat(
                        lambda
                            .listAliases(it -> it.functionName(function.functionName()))
                            .aliases())
                    .extracting(AliasConfiguration::name, AliasConfiguration::functionVersion)
                    .containsExactly(tuple("live", "1"));
              });
      assertThat(machines.listStateMachines().stateMachines()).hasSize(1);
    }
  }

  private static void the_zip_is_the_one_that_was_built(URI endpoint) throws Exception {
    try (S3Client s3 = EmulatedAws.client(S3Client.builder().forcePathStyle(true), endpoint)) {
      assertThat(s3.listObjectsV2(it -> it.bucket(ASSETS)).contents())
          .filteredOn(each -> each.key().endsWith(".zip"))
          .extracting(S3Object::size)
          .containsExactly(Files.size(ROOT.resolve("functions/target/functions-lambda.zip")));
    }
  }

  private static void only_data_is_left(URI endpoint) {
    try (LambdaClient lambda = EmulatedAws.client(LambdaClient.builder(), endpoint);
        DynamoDbClient dynamo = EmulatedAws.client(DynamoDbClient.builder(), endpoint);
        SecretsManagerClient secrets =
            EmulatedAws.client(SecretsManagerClient.builder(), endpoint);
        S3Client s3 = EmulatedAws.client(S3Client.builder().forcePathStyle(true), endpoint)) {
      assertThat(lambda.listFunctions().functions()).isEmpty();
      assertThat(dynamo.listTables().tableNames()).hasSize(1);
      assertThat(secrets.listSecrets().secretList()).hasSize(2);
      assertThat(
              s3.listBuckets().buckets().stream()
                  .map(Bucket::name)
                  .filter(name -> !name.equals(ASSETS))
                  .map(name -> name.replaceAll(".*-(reports|plans)bucket.*", "$1"))
                  .collect(Collectors.toSet()))
          .containsExactlyInAnyOrder("reports", "plans");
    }
  }
}
