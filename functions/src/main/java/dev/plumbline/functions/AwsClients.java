package dev.plumbline.functions;

import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.store.TableClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The service's own clients, each made when it is first asked for and then kept as long as the
 * container. Thread-safe.
 */
final class AwsClients {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(30);

  private final Connection connection;
  private final SdkHttpClient http;

  private final Supplier<S3Client> s3 = new Kept<>(this::makeS3);
  private final Supplier<SsmClient> ssm = new Kept<>(() -> here(SsmClient.builder()));
  private final Supplier<SqsClient> sqs = new Kept<>(() -> here(SqsClient.builder()));
  private final Supplier<IamClient> iam = new Kept<>(() -> here(IamClient.builder()));
  private final Supplier<SecretsManagerClient> secretsManager =
      new Kept<>(() -> here(SecretsManagerClient.builder()));
  private final Supplier<CodeBuildClient> codeBuild =
      new Kept<>(() -> here(CodeBuildClient.builder()));
  private final Supplier<DynamoDbClient> dynamoDb;

  AwsClients(Connection connection) {
    this(
        connection,
        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ).build());
  }

  AwsClients(Connection connection, SdkHttpClient http) {
    this.connection = connection;
    this.http = http;
    this.dynamoDb = new Kept<>(() -> TableClient.of(connection, http));
  }

  S3Client s3() {
    return s3.get();
  }

  SsmClient ssm() {
    return ssm.get();
  }

  SqsClient sqs() {
    return sqs.get();
  }

  IamClient iam() {
    return iam.get();
  }

  SecretsManagerClient secretsManager() {
    return secretsManager.get();
  }

  CodeBuildClient codeBuild() {
    return codeBuild.get();
  }

  DynamoDbClient dynamoDb() {
    return dynamoDb.get();
  }

  /** A topic may lie in another region than the function. */
  SnsClient sns(String topicArn) {
    return built(
        SnsClient.builder(), Arn.fromString(topicArn).region().orElse(connection.region()));
  }

  /** Makes links to objects; whoever asks for it closes it. */
  S3Presigner presigner() {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .credentialsProvider(connection.credentials())
            .region(Region.of(connection.region()));
    connection
        .endpoint()
        .ifPresent(
            endpoint ->
                builder
                    .endpointOverride(endpoint)
                    .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build()));
    return builder.build();
  }

  private S3Client makeS3() {
    S3ClientBuilder builder =
        S3Client.builder().crossRegionAccessEnabled(connection.endpoint().isEmpty());
    connection.endpoint().ifPresent(_ -> builder.forcePathStyle(true));
    return here(builder);
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C here(B builder) {
    return built(builder, connection.region());
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C built(
      B builder, String region) {
    builder
        .credentialsProvider(connection.credentials())
        .region(Region.of(region))
        .httpClient(http);
    connection.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /** What is made at the first call, once. */
  private static final class Kept<T> implements Supplier<T> {

    private final Supplier<T> made;
    private @Nullable T kept;

    Kept(Supplier<T> made) {
      this.made = made;
    }

    @Override
    public synchronized T get() {
      T here = kept;
      if (here == null) {
        here = made.get();
        kept = here;
      }
      return here;
    }
  }
}
