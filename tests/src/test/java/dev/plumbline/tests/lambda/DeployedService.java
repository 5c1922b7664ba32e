package dev.plumbline.tests.lambda;

import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.tests.EmulatedAws;
import dev.plumbline.wiring.store.Store;
import dev.plumbline.wiring.store.StoreTable;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What the CDK app puts around the function, in an emulated account: report bucket, table, topic
 * with a queue that listens, secrets.
 */
final class DeployedService {

  static final String BUCKET = "acme-plumbline";
  static final String TABLE = "acme-plumbline";
  static final String GITHUB_TOKEN = "a-token-of-nobody";
  static final String WEBHOOK_SECRET = "a-secret-of-nobody";
  static final String DEPLOYMENT_KEY = "0123456789abcdef0123456789abcdef";

  private final URI endpoint;
  private final S3Client s3;
  private final DynamoDbClient dynamo;
  private final SqsClient sqs;
  private final String topicArn;
  private final String queueUrl;
  private final String tokenArn;
  private final String keyArn;
  private final String webhookArn;
  private final String commandQueue;
  private final String approvalQueue;
  private final String eventQueue;

  DeployedService(URI endpoint) {
    this.endpoint = endpoint;
    s3 = EmulatedAws.client(S3Client.builder().forcePathStyle(true), endpoint);
    s3.createBucket(request -> request.bucket(BUCKET));
    dynamo = EmulatedAws.client(DynamoDbClient.builder(), endpoint);
    dynamo.createTable(StoreTable.createRequest(TABLE));
    sqs = EmulatedAws.client(SqsClient.builder(), endpoint);
    SnsClient sns = EmulatedAws.client(SnsClient.builder(), endpoint);
    topicArn = sns.createTopic(request -> request.name("plumbline")).topicArn();
    queueUrl = queue("plumbline-listener");
    String queueArn =
        sqs.getQueueAttributes(
                request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    sns.subscribe(request -> request.topicArn(topicArn).protocol("sqs").endpoint(queueArn));
    SecretsManagerClient secrets = EmulatedAws.client(SecretsManagerClient.builder(), endpoint);
    tokenArn = secret(secrets, "plumbline/github", GITHUB_TOKEN);
    keyArn = secret(secrets, "plumbline/key", DEPLOYMENT_KEY);
    webhookArn = secret(secrets, "plumbline/webhook", WEBHOOK_SECRET);
    commandQueue = queue("plumbline-commands");
    approvalQueue = queue("plumbline-approvals");
    eventQueue = queue("plumbline-events");
  }

  private String queue(String name) {
    return sqs.createQueue(request -> request.queueName(name)).queueUrl();
  }

  private static String secret(SecretsManagerClient secrets, String name, String value) {
    return secrets.createSecret(request -> request.name(name).secretString(value)).arn();
  }

  /** Puts the configuration where the function looks for it. */
  void configure(String yaml) {
    s3.putObject(
        request -> request.bucket(BUCKET).key("plumbline.yaml"), RequestBody.fromString(yaml));
  }

  /** The function's environment, as the CDK app sets it. */
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("CONFIG_URI", "s3://" + BUCKET + "/plumbline.yaml");
    environment.put("TOPIC_ARN", topicArn);
    environment.put("REPORT_BUCKET", BUCKET);
    environment.put("TABLE_NAME", TABLE);
    environment.put("DEPLOYMENT_KEY_SECRET_ARN", keyArn);
    environment.put("GITHUB_TOKEN_SECRET_ARN", tokenArn);
    environment.put("WEBHOOK_SECRET_ARN", webhookArn);
    environment.put("COMMAND_QUEUE_URL", commandQueue);
    environment.put("APPROVAL_QUEUE_URL", approvalQueue);
    environment.put("EVENT_QUEUE_URL", eventQueue);
    environment.put("PLAN_BUCKET", BUCKET);
    environment.put("AWS_ENDPOINT_URL", endpoint.toString());
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", Emulator.ACCOUNT);
    environment.put("AWS_SECRET_ACCESS_KEY", "none");
    return environment;
  }

  /** What the function remembers. */
  Stacks memory() {
    return Store.inTable(dynamo, TABLE, InstantSource.system()).stacks();
  }

  /** The keys in the report bucket below a prefix. */
  List<String> kept(String prefix) {
    return s3.listObjectsV2(request -> request.bucket(BUCKET).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  String object(String key) {
    return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asUtf8String();
  }

  /** The bodies of all messages that came since this was last asked. */
  List<String> messages() {
    return received(queueUrl);
  }

  /** The bodies of all commands that were put on their queue since this was last asked. */
  List<String> commands() {
    return received(commandQueue);
  }

  /** The same of approvals, and of what is to be gone on with. */
  List<String> approvals() {
    return received(approvalQueue);
  }

  /** Puts what EventBridge hands on where its rule would. */
  void happened(String... events) {
    for (String event : events) {
      sqs.sendMessage(request -> request.queueUrl(eventQueue).messageBody(event));
    }
  }

  /** All changes that were told since this was last asked. */
  List<String> changes() {
    return received(eventQueue);
  }

  /** How many changes wait on their queue for a time to come. */
  int waiting() {
    return Integer.parseInt(
        sqs.getQueueAttributes(
                request ->
                    request
                        .queueUrl(eventQueue)
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
            .attributes()
            .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
  }

  private List<String> received(String queue) {
    List<Message> messages =
        sqs.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10)).messages();
    for (Message message : messages) {
      sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }
    return messages.stream().map(Message::body).toList();
  }
}
