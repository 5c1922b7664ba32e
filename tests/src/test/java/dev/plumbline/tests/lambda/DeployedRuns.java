package dev.plumbline.tests.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.tests.EmulatedAws;
import dev.plumbline.tests.deploy.DeployedTemplate;
import dev.plumbline.tests.deploy.EmulatedDeployment;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The synthesised app in an emulated account, whose state machine runs its functions. */
final class DeployedRuns {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final URI endpoint;
  private final S3Client s3;
  private final SqsClient sqs;
  private final SfnClient machines;
  private final String bucket;
  private final String queueUrl;
  private final String machine;
  private final Map<String, LambdaStandIn.Deployed> functions = new HashMap<>();

  /**
   * @param scansAtOnce how many containers there are of the function that scans
   */
  DeployedRuns(URI endpoint, LambdaStandIn lambda, int scansAtOnce) throws Exception {
    this.endpoint = endpoint;
    EmulatedDeployment.of(endpoint, "defaults");
    s3 = EmulatedAws.client(S3Client.builder().forcePathStyle(true), endpoint);
    sqs = EmulatedAws.client(SqsClient.builder(), endpoint);
    machines = EmulatedAws.client(SfnClient.builder(), endpoint);
    deploy(lambda, scansAtOnce);
    String scanner = "ScanFunction";
    bucket = environment(scanner).get("REPORT_BUCKET");
    queueUrl = subscribed(environment(scanner).get("TOPIC_ARN"));
    machine = machines.listStateMachines().stateMachines().getFirst().stateMachineArn();
  }

  private void deploy(LambdaStandIn lambda, int scansAtOnce) {
    SecretsManagerClient secrets = EmulatedAws.client(SecretsManagerClient.builder(), endpoint);
    String key = secret(secrets, "key", DeployedService.DEPLOYMENT_KEY);
    String token = secret(secrets, "github", DeployedService.GITHUB_TOKEN);
    for (FunctionConfiguration function : configured()) {
      Map<String, String> environment = new HashMap<>(function.environment().variables());
      environment.putAll(
          Map.of(
              "DEPLOYMENT_KEY_SECRET_ARN",
              key,
              "GITHUB_TOKEN_SECRET_ARN",
              token,
              "AWS_ENDPOINT_URL",
              endpoint.toString(),
              "AWS_REGION",
              "us-east-1",
              "AWS_ACCESS_KEY_ID",
              Emulator.ACCOUNT,
              "AWS_SECRET_ACCESS_KEY",
              "none"));
      String handler = handler(function);
      int most = handler.equals("ScanFunction") ? scansAtOnce : 1;
      functions.put(handler, lambda.deploy(function.functionName(), handler, environment, most));
    }
  }

  private List<FunctionConfiguration> configured() {
    try (LambdaClient lambda = EmulatedAws.client(LambdaClient.builder(), endpoint)) {
      return lambda.listFunctions().functions();
    }
  }

  private static String handler(FunctionConfiguration function) {
    return function.handler().replaceAll(".*\\.|::.*", "");
  }

  private Map<String, String> environment(String handler) {
    return configured().stream()
        .filter(function -> handler(function).equals(handler))
        .map(function -> function.environment().variables())
        .findFirst()
        .orElseThrow();
  }

  private static String secret(SecretsManagerClient secrets, String name, String value) {
    return secrets.createSecret(request -> request.name(name).secretString(value)).arn();
  }

  private String subscribed(String topicArn) {
    String url = sqs.createQueue(request -> request.queueName("listener")).queueUrl();
    String arn =
        sqs.getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    try (SnsClient sns = EmulatedAws.client(SnsClient.builder(), endpoint)) {
      sns.subscribe(request -> request.topicArn(topicArn).protocol("sqs").endpoint(arn));
    }
    return url;
  }

  /** Puts the configuration where the deployed functions look for it. */
  void configure(String yaml) {
    s3.putObject(
        request -> request.bucket(bucket).key("plumbline.yaml"), RequestBody.fromString(yaml));
  }

  /** What the deployed schedule starts the state machine with. */
  static String scheduledInput() throws Exception {
    for (JsonNode schedule :
        DeployedTemplate.of("defaults", "Plumbline").ofType("AWS::Scheduler::Schedule").values()) {
      if (schedule.path("Description").asText().contains("every stack")) {
        return schedule.at("/Target/Input").asText();
      }
    }
    throw new IllegalStateException("there is no schedule of every stack");
  }

  /**
   * Runs the state machine to its end.
   *
   * @param name the execution's
   */
  DescribeExecutionResponse run(String name, String input) throws InterruptedException {
    String arn =
        machines
            .startExecution(request -> request.stateMachineArn(machine).name(name).input(input))
            .executionArn();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<DescribeExecutionResponse> ended = ended(arn);
      if (ended.isPresent()) {
        return ended.get();
      }
      Thread.sleep(500);
    }
    throw new IllegalStateException(name + " does not end");
  }

  /** The emulator is slow to answer while it has much to do. */
  private Optional<DescribeExecutionResponse> ended(String arn) {
    try {
      return Optional.of(machines.describeExecution(request -> request.executionArn(arn)))
          .filter(execution -> execution.status() != ExecutionStatus.RUNNING);
    } catch (SdkClientException later) {
      return Optional.empty();
    }
  }

  /** What a run answered. */
  static JsonNode output(DescribeExecutionResponse execution) throws Exception {
    return JSON.readTree(execution.output());
  }

  LambdaStandIn.Deployed function(String handler) {
    return functions.get(handler);
  }

  /** The keys in the report bucket below a prefix. */
  List<String> kept(String prefix) {
    return objects(prefix).map(S3Object::key).toList();
  }

  /** Bytes below a prefix of the report bucket. */
  long size(String prefix) {
    return objects(prefix).mapToLong(S3Object::size).sum();
  }

  private Stream<S3Object> objects(String prefix) {
    return s3
        .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
        .contents()
        .stream();
  }

  String object(String key) {
    return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String();
  }

  /** The bodies of all messages that came since this was last asked. */
  List<String> messages() {
    List<String> bodies = new ArrayList<>();
    for (Message message :
        sqs.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(10))
            .messages()) {
      bodies.add(message.body());
      sqs.deleteMessage(
          request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
    }
    return bodies;
  }
}
