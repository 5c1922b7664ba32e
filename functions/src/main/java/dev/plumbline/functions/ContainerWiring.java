package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.functions.api.Api;
import dev.plumbline.functions.slack.KeptConfiguration;
import dev.plumbline.wiring.CodeIgnores;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.publish.AlertChannel;
import dev.plumbline.wiring.publish.FetchedCode;
import dev.plumbline.wiring.publish.GitHubAccess;
import dev.plumbline.wiring.publish.IssueChannel;
import dev.plumbline.wiring.publish.Publishing;
import dev.plumbline.wiring.publish.Remediating;
import dev.plumbline.wiring.publish.ReportStore;
import dev.plumbline.wiring.publish.S3Fingerprints;
import dev.plumbline.wiring.publish.SharedStore;
import dev.plumbline.wiring.remediate.DeployedStacks;
import dev.plumbline.wiring.settings.CommandEnvironment;
import dev.plumbline.wiring.settings.ConfigurationStore;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.ServiceEnvironment;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.store.RequestStore;
import dev.plumbline.wiring.store.Store;
import dev.plumbline.wiring.store.TableClient;
import dev.plumbline.wiring.work.RequestedScans;
import dev.plumbline.wiring.work.Rescans;
import dev.plumbline.wiring.work.WorkQueue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Puts together what a container needs, once. The container's end is the end of all of it. */
final class ContainerWiring {

  private static final Logger LOG = LoggerFactory.getLogger(ContainerWiring.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(30);

  private final ServiceEnvironment environment;
  private final Connection connection;
  private final Path code;
  private final CommandEnvironment commands;
  private final GitHubAccess access;
  private final Secrets secrets = new Secrets(this::secretsManager, InstantSource.system());
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ).build();

  private ContainerWiring(
      ServiceEnvironment environment,
      Connection connection,
      Path code,
      CommandEnvironment commands) {
    this.environment = environment;
    this.connection = connection;
    this.code = code;
    this.commands = commands;
    this.access =
        new GitHubAccess(secrets, environment.githubTokenSecret(), InstantSource.system());
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
        Path.of(variables.getOrDefault("LAMBDA_TASK_ROOT", "")),
        new CommandEnvironment(variables));
  }

  ScanRun run() throws SettingsException {
    if (environment.tableName().isEmpty()) {
      LOG.info("TABLE_NAME is not set, so that nothing is remembered between scans");
    }
    S3Client s3 = s3();
    return new ScanRun(
        environment,
        new ConfigurationStore(() -> s3, this::ssm),
        secrets,
        new AwsCloud(connection, this::folders, InstantSource.system()),
        publishing(s3),
        after(),
        InstantSource.system());
  }

  /** Nothing follows a scan where nothing is remembered, or nothing can be run. */
  private Consumer<Report> after() throws SettingsException {
    Optional<ServiceWiring> service = service();
    return service.isPresent() && commands.remediates()
        ? service.get().afterScan()::follow
        : _ -> {};
  }

  private Optional<ServiceWiring> service() {
    return environment
        .tableName()
        .map(
            table -> {
              DynamoDbClient client = TableClient.of(connection, http);
              return new ServiceWiring(
                  this,
                  commands,
                  Store.inTable(client, table, InstantSource.system()),
                  RequestStore.inTable(client, table));
            });
  }

  /** The configuration as it is deployed now, for ports that know no other trouble. */
  Configuration deployed() throws IOException {
    try {
      return configuration();
    } catch (SettingsException | ConfigurationException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  DeployedStacks deployedStacks(Duration timeout) {
    return new DeployedStacks(
        connection,
        this::deployed,
        stacks -> {
          try (CodeIgnores.Folders folders = folders()) {
            return CodeIgnores.read(stacks, folders);
          }
        },
        this::keyBytes,
        timeout,
        InstantSource.system());
  }

  private byte[] keyBytes() throws IOException {
    try {
      return deploymentKey().getBytes(UTF_8);
    } catch (SettingsException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Scans as any invocation does, and publishes. */
  Rescans rescans(Duration remaining) {
    return work -> {
      ScanInput input = new ScanInput(Set.of(work.stack()), false, false, false);
      try {
        return run().scan(input, remaining).report().stacks().getFirst();
      } catch (SettingsException | ConfigurationException e) {
        throw new IOException(e.getMessage(), e);
      }
    };
  }

  RequestedScans requestedScans(Scans scans, Duration remaining) {
    return new NotedScans(
        (input, left, id) -> run().scan(input, left, id), scans, remaining, InstantSource.system());
  }

  /** What answers over HTTP. */
  Api api(WorkQueue queue) throws SettingsException {
    return new ApiWiring(connection, http).api(environment, queue);
  }

  GitHubAccess access() {
    return access;
  }

  String reportBucket() {
    return environment.reportBucket();
  }

  CodeBuildClient codeBuild() {
    return built(CodeBuildClient.builder(), connection.region());
  }

  private CodeIgnores.Folders folders() {
    return new FetchedCode(code, secrets, environment.githubTokenSecret());
  }

  /** The configuration as it is deployed now. */
  Configuration configuration() throws SettingsException, ConfigurationException {
    return new ConfigurationStore(this::s3, this::ssm).load(environment.configuration());
  }

  /** The same, read once a minute. */
  KeptConfiguration keptConfiguration() {
    return new KeptConfiguration(
        new ConfigurationStore(this::s3, this::ssm),
        environment.configuration(),
        secrets,
        InstantSource.system());
  }

  Secrets secrets() {
    return secrets;
  }

  /** What fingerprints and markers are signed with. */
  String deploymentKey() throws SettingsException {
    return secrets.value(environment.deploymentKeySecret());
  }

  SqsClient sqs() {
    return built(SqsClient.builder(), connection.region());
  }

  /**
   * The store, remediation and other faces.
   *
   * @throws SettingsException where this deployment has no table
   */
  ServiceWiring servicePorts() throws SettingsException {
    return service()
        .orElseThrow(
            () ->
                new SettingsException(
                    "The function's environment cannot be used: TABLE_NAME is not set",
                    "Set it to the service's table, or deploy it with the CDK app, which does."));
  }

  private Publishing publishing(S3Client s3) {
    String bucket = environment.reportBucket();
    Optional<ServiceWiring> service = service();
    Optional<SharedStore> shared = service.map(ServiceWiring::shared);
    return new Publishing(
        new ReportStore(s3, bucket),
        new AlertChannel(this::sns, environment.topicArn(), new S3Fingerprints(s3, bucket), shared),
        new IssueChannel(
            access,
            shared,
            service.map(ServiceWiring::remediating).orElse(Remediating.NOTHING),
            service.isPresent()),
        service.map(ServiceWiring::slackChannel),
        shared);
  }

  S3Client s3() {
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
