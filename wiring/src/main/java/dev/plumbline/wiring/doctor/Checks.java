package dev.plumbline.wiring.doctor;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsClients;
import dev.plumbline.live.aws.CallCounter;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.ScanOptions;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.Wiring;
import dev.plumbline.wiring.settings.ConfigurationStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Puts the checks together, with clients of its own that are closed with it. */
public final class Checks implements AutoCloseable {

  private static final String NO_CONFIGURATION = "The configuration cannot be used.";

  private final Connection connection;
  private final Wiring wiring;
  private final AwsClients clients;

  /** For what is reached so. */
  public Checks(Connection connection, Optional<Configuration> configuration) {
    this.connection = connection;
    this.wiring = new Wiring(connection, configuration.orElse(Configuration.EMPTY));
    this.clients =
        new AwsClients(
            connection.credentials(),
            connection.region(),
            connection.endpoint(),
            wiring.http(),
            new CallCounter());
  }

  /** A deployment of the service in this account and region. */
  public Deployed deployed(String name) {
    return Deployed.find(name, lambda());
  }

  /** Where deployed configurations are read. */
  public ConfigurationStore configurations() {
    boolean emulated = connection.endpoint().isPresent();
    return new ConfigurationStore(
        () -> clients.client(S3Client.class, () -> S3Client.builder().forcePathStyle(emulated)),
        () -> clients.client(SsmClient.class, SsmClient::builder));
  }

  /** All of them, in the order in which one mends things. */
  public List<Check> of(Examined examined) {
    List<Check> checks = new ArrayList<>();
    checks.add(examined.origin());
    checks.add(
        examined
            .deployed()
            .<Check>map(FunctionsCheck::new)
            .orElseGet(() -> new NotChecked("functions", "No deployment is named.")));
    checks.add(
        examined
            .configuration()
            .<Check>map(this::states)
            .orElseGet(() -> new NotChecked("states", NO_CONFIGURATION)));
    checks.add(
        examined
            .configuration()
            .<Check>map(it -> new RolesCheck(sts(), it, examined.deployed().isPresent()))
            .orElseGet(() -> new NotChecked("roles", NO_CONFIGURATION)));
    checks.add(permissions(examined.deployed()));
    checks.add(
        new SecretsCheck(
            clients.client(SecretsManagerClient.class, SecretsManagerClient::builder),
            examined.configuration(),
            examined.deployed()));
    checks.add(new WebhookCheck(examined.webhook()));
    checks.add(
        new HooksCheck(examined.webhook(), examined.configuration(), examined.gitHubTokens()));
    checks.add(
        new TrailCheck(
            clients.client(CloudTrailClient.class, CloudTrailClient::builder),
            connection.region()));
    checks.add(
        new ForwardingCheck(
            examined.deployed(),
            lambda(),
            clients.client(EventBridgeClient.class, EventBridgeClient::builder)));
    checks.add(
        new ElsewhereCheck(
            examined.deployed(),
            examined.configuration(),
            new RegionalClients(
                    connection,
                    wiring.http(),
                    examined.configuration().orElse(Configuration.EMPTY).accounts())
                ::events));
    checks.add(builders(examined.deployed()));
    checks.add(new RunsCheck(examined.memory(), InstantSource.system()));
    return checks;
  }

  private Check states(Configuration configuration) {
    StackPlans plans =
        new StackPlans(
            wiring.states(),
            configuration.defaults().region().orElse(connection.region()),
            new ScanOptions(
                Set.of(), List.of(), List.of(), false, Duration.ZERO, Duration.ofMinutes(1)));
    return new StatesCheck(wiring.states(), () -> plans.stacks(configuration));
  }

  private Check permissions(Optional<Deployed> deployed) {
    return new PermissionsCheck(
        iam(),
        ResourceTypes.aws(),
        () ->
            deployed
                .flatMap(it -> it.function("ScanFunction"))
                .map(FunctionConfiguration::role)
                .orElseGet(() -> caller().principal()));
  }

  private Check builders(Optional<Deployed> deployed) {
    String partition = connection.region().startsWith("cn-") ? "aws-cn" : "aws";
    return new BuildersCheck(
        clients.client(CodeBuildClient.class, CodeBuildClient::builder),
        iam(),
        deployed,
        project ->
            "arn:%s:codebuild:%s:%s:project/%s"
                .formatted(partition, connection.region(), caller().account(), project));
  }

  private Caller caller() {
    return new Caller(sts(), iam());
  }

  private LambdaClient lambda() {
    return clients.client(LambdaClient.class, LambdaClient::builder);
  }

  private IamClient iam() {
    return clients.client(IamClient.class, IamClient::builder);
  }

  private StsClient sts() {
    return clients.client(StsClient.class, StsClient::builder);
  }

  @Override
  public void close() {
    wiring.close();
  }
}
