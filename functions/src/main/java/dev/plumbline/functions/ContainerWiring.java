package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.store.Readings;
import dev.plumbline.functions.metrics.ScanMetrics;
import dev.plumbline.functions.slack.KeptConfiguration;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.wiring.CodeIgnores;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.StackPlans.Named;
import dev.plumbline.wiring.events.AwsParts;
import dev.plumbline.wiring.publish.AlertChannel;
import dev.plumbline.wiring.publish.FetchedCode;
import dev.plumbline.wiring.publish.GitHubAccess;
import dev.plumbline.wiring.publish.IssueChannel;
import dev.plumbline.wiring.publish.NewcomerAlerts;
import dev.plumbline.wiring.publish.Publishing;
import dev.plumbline.wiring.publish.Remediating;
import dev.plumbline.wiring.publish.ReportStore;
import dev.plumbline.wiring.publish.RunPublishing;
import dev.plumbline.wiring.publish.S3Fingerprints;
import dev.plumbline.wiring.publish.SharedStore;
import dev.plumbline.wiring.remediate.DeployedStacks;
import dev.plumbline.wiring.run.RunEnd;
import dev.plumbline.wiring.run.RunFolder;
import dev.plumbline.wiring.run.SealedSlices;
import dev.plumbline.wiring.settings.CommandEnvironment;
import dev.plumbline.wiring.settings.ConfigurationStore;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.ServiceEnvironment;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts together what a container needs, once. The container's end is the end of all of it. */
final class ContainerWiring {

  private static final Logger LOG = LoggerFactory.getLogger(ContainerWiring.class);

  private final ServiceEnvironment environment;
  private final CommandEnvironment commands;
  private final Connection connection;
  private final Path code;
  private final AwsClients aws;
  private final Secrets secrets;
  private final ConfigurationStore configurations;
  private final GitHubAccess access;
  private final Optional<ServiceWiring> service;

  private ContainerWiring(
      ServiceEnvironment environment,
      CommandEnvironment commands,
      Connection connection,
      Path code) {
    this.environment = environment;
    this.commands = commands;
    this.connection = connection;
    this.code = code;
    this.aws = new AwsClients(connection);
    this.secrets = new Secrets(aws::secretsManager, InstantSource.system());
    this.configurations = new ConfigurationStore(aws::s3, aws::ssm);
    this.access =
        new GitHubAccess(secrets, environment.githubTokenSecret(), InstantSource.system());
    this.service =
        environment.tableName().map(table -> new ServiceWiring(this, aws, commands, table));
  }

  /**
   * For a function with those environment variables.
   *
   * @throws SettingsException where they cannot be used
   */
  static ContainerWiring of(Map<String, String> variables) throws SettingsException {
    BeforeSnapshot.SETTINGS.register();
    Optional<URI> endpoint =
        Optional.ofNullable(System.getProperty("aws.endpointUrl")).map(URI::create);
    return new ContainerWiring(
        ServiceEnvironment.of(variables),
        new CommandEnvironment(variables),
        Connection.of(Optional.empty(), Optional.empty(), endpoint),
        Path.of(variables.getOrDefault("LAMBDA_TASK_ROOT", "")));
  }

  ScanRun run() throws SettingsException {
    if (service.isEmpty()) {
      LOG.info("TABLE_NAME is not set, so that nothing is remembered between scans");
    }
    return new ScanRun(
        environment,
        configurations,
        secrets,
        cloud(),
        publishing(),
        after(),
        ScanMetrics.inLog(commands.variables()),
        InstantSource.system());
  }

  private AwsCloud cloud() {
    return new AwsCloud(
        connection,
        this::folders,
        service.map(it -> it.events().index()),
        stack -> service.isPresent() ? service.get().stacks().findings(stack) : List.of(),
        InstantSource.system());
  }

  /** Nothing follows a scan where nothing is remembered, or nothing can be run. */
  private Consumer<Report> after() throws SettingsException {
    return service.isPresent() && commands.remediates()
        ? service.get().afterScan()::follow
        : _ -> {};
  }

  /** Scans the stacks of runs; empty where no run can be remembered. */
  Optional<PartScans> parts() throws SettingsException {
    return service.isEmpty() ? Optional.empty() : Optional.of(parts(run(), service.get()));
  }

  private PartScans parts(ScanRun scans, ServiceWiring kept) {
    SlicedScans sliced =
        new SlicedScans(
            scans,
            new AwsSlices(connection, ResourceTypes.aws(), cloud()),
            new SealedSlices(
                aws::s3, environment.reportBucket(), this::keyBytes, InstantSource.system()),
            kept.leases(),
            InstantSource.system());
    return new PartScans(scans, sliced, kept.runs().runs(), InstantSource.system());
  }

  RunBeginning beginning() {
    return new RunBeginning(connection, configurations, environment.configuration(), runFolder());
  }

  RunEnding ending() throws SettingsException {
    ServiceWiring kept = service();
    RunPublishing publishing =
        new RunPublishing(
            new ReportStore(aws.s3(), environment.reportBucket()),
            alerts(),
            fingerprints(),
            access,
            kept.remediating(),
            kept.shared(),
            InstantSource.system());
    RunEnd end = new RunEnd(kept.runs(), runFolder(), publishing, InstantSource.system());
    return new RunEnding(
        new RunEnding.Settings() {
          @Override
          public Configuration configuration() throws SettingsException, ConfigurationException {
            return configurations.load(environment.configuration());
          }

          @Override
          public MarkerKey key() throws SettingsException {
            return new MarkerKey(deploymentKey().getBytes(UTF_8));
          }
        },
        end,
        runFolder());
  }

  private RunFolder runFolder() {
    return new RunFolder(aws::s3, environment.reportBucket());
  }

  private S3Fingerprints fingerprints() {
    return new S3Fingerprints(aws.s3(), environment.reportBucket());
  }

  private AlertChannel alerts() {
    return new AlertChannel(
        aws::sns, environment.topicArn(), fingerprints(), service.map(ServiceWiring::shared));
  }

  /** Publishes for everybody. */
  Publishing publishing() {
    Optional<SharedStore> shared = service.map(ServiceWiring::shared);
    ReportStore reports = new ReportStore(aws.s3(), environment.reportBucket());
    return new Publishing(
        reports,
        alerts(),
        new IssueChannel(
            access,
            shared,
            service.map(ServiceWiring::remediating).orElse(Remediating.NOTHING),
            service.isPresent()),
        service.map(ServiceWiring::slackChannel),
        shared,
        service.map(it -> it.lastReports(reports)));
  }

  /**
   * The store, remediation and other faces.
   *
   * @throws SettingsException where this deployment has no table
   */
  ServiceWiring service() throws SettingsException {
    return service.orElseThrow(
        () ->
            new SettingsException(
                "The function's environment cannot be used: TABLE_NAME is not set",
                "Set it to the service's table, or deploy it with the CDK app, which does."));
  }

  /** The configuration as it is deployed now, for ports that know no other trouble. */
  Configuration deployed() throws IOException {
    try {
      return configurations.load(environment.configuration());
    } catch (SettingsException | ConfigurationException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The same, read once a minute. */
  KeptConfiguration keptConfiguration() {
    return new KeptConfiguration(
        configurations, environment.configuration(), secrets, InstantSource.system());
  }

  DeployedStacks deployedStacks(Duration timeout) {
    return new DeployedStacks(
        connection, this::deployed, this::ignored, this::keyBytes, timeout, InstantSource.system());
  }

  /** How AWS is reached. */
  Connection connection() {
    return connection;
  }

  /**
   * Tells of what no stack manages.
   *
   * @param told remembers who was told what
   */
  NewcomerAlerts newcomerAlerts(Readings told) throws SettingsException {
    return new NewcomerAlerts(
        alerts(),
        service.map(ServiceWiring::slackChannel),
        service().shared(),
        told,
        InstantSource.system());
  }

  /** Scans parts of stacks. */
  AwsParts parts(AwsTypes types) {
    return new AwsParts(connection, types, this::ignored, this::keyBytes, InstantSource.system());
  }

  private CodeIgnores ignored(List<Named> stacks) throws IOException {
    try (CodeIgnores.Folders folders = folders()) {
      return CodeIgnores.read(stacks, folders);
    }
  }

  byte[] keyBytes() throws IOException {
    try {
      return deploymentKey().getBytes(UTF_8);
    } catch (SettingsException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private CodeIgnores.Folders folders() {
    return new FetchedCode(code, access);
  }

  GitHubAccess access() {
    return access;
  }

  Secrets secrets() {
    return secrets;
  }

  AwsClients aws() {
    return aws;
  }

  String reportBucket() {
    return environment.reportBucket();
  }

  /** What fingerprints and markers are signed with. */
  String deploymentKey() throws SettingsException {
    return secrets.value(environment.deploymentKeySecret());
  }
}
