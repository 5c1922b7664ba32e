package dev.plumbline.functions;

import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.publish.AlertChannel;
import dev.plumbline.wiring.publish.FetchedCode;
import dev.plumbline.wiring.publish.IssueChannel;
import dev.plumbline.wiring.publish.Publishing;
import dev.plumbline.wiring.publish.Remembering;
import dev.plumbline.wiring.publish.ReportStore;
import dev.plumbline.wiring.publish.S3Fingerprints;
import dev.plumbline.wiring.settings.ConfigurationStore;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.ServiceEnvironment;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.store.Store;
import dev.plumbline.wiring.store.TableClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Puts together what a container needs, once. The container's end is the end of all of it. */
final class ContainerWiring {

  private static final Logger LOG = LoggerFactory.getLogger(ContainerWiring.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(30);

  private final ServiceEnvironment environment;
  private final Connection connection;
  private final Path code;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ).build();

  private ContainerWiring(ServiceEnvironment environment, Connection connection, Path code) {
    this.environment = environment;
    this.connection = connection;
    this.code = code;
  }

  /**
   * For a function with those environment variables.
   *
   * @throws SettingsException where they cannot be used
   */
  static ContainerWiring of(Map<String, String> variables) throws SettingsException {
    Optional<URI> endpoint =
        Optional.ofNullable(System.getProperty("aws.endpointUrl")).map(URI::create);
    return new ContainerWiring(
        ServiceEnvironment.of(variables),
        Connection.of(Optional.empty(), Optional.empty(), endpoint),
        Path.of(variables.getOrDefault("LAMBDA_TASK_ROOT", "")));
  }

  ScanRun run() {
    if (environment.tableName().isEmpty()) {
      LOG.info("TABLE_NAME is not set, so that nothing is remembered between scans");
    }
    S3Client s3 = s3();
    Secrets secrets = new Secrets(this::secretsManager, InstantSource.system());
    return new ScanRun(
        environment,
        new ConfigurationStore(() -> s3, this::ssm),
        secrets,
        new AwsCloud(
            connection,
            () -> new FetchedCode(code, secrets, environment.githubTokenSecret()),
            InstantSource.system()),
        publishing(s3, secrets),
        InstantSource.system());
  }

  private Publishing publishing(S3Client s3, Secrets secrets) {
    String bucket = environment.reportBucket();
    return new Publishing(
        new ReportStore(s3, bucket),
        new Remembering(environment.tableName().map(this::store).map(Store::stacks)),
        new AlertChannel(this::sns, environment.topicArn(), new S3Fingerprints(s3, bucket)),
        new IssueChannel(secrets, environment.githubTokenSecret()));
  }

  private Store store(String table) {
    return Store.inTable(TableClient.of(connection, http), table, InstantSource.system());
  }

  private S3Client s3() {
    S3ClientBuilder builder =
        S3Client.builder().crossRegionAccessEnabled(connection.endpoint().isEmpty());
    connection.endpoint().ifPresent(_ -> builder.forcePathStyle(true));
    return built(builder, connection.region());
  }

  private SsmClient ssm() {
    return built(SsmClient.builder(), connection.region());
  }

  private SecretsManagerClient secretsManager() {
    return built(SecretsManagerClient.builder(), connection.region());
  }

  /** A topic may lie in another region than the function. */
  private SnsClient sns(String topicArn) {
    return built(
        SnsClient.builder(), Arn.fromString(topicArn).region().orElse(connection.region()));
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
}
