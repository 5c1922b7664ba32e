package dev.plumbline.cdk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * What a scan may do: read what is configured, and nothing else. Each statement says its purpose.
 */
final class ScanRole extends Construct {

  private final Role role;

  ScanRole(Construct scope, Deployment deployment, ReaderPermissions readers) {
    super(scope, "ScanRole");
    role =
        Role.Builder.create(this, "Role")
            .description("Plumbline's scan: reads states and live resources, changes neither")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .build();
    readers.actionsByService().forEach(this::readLive);
    deployment.stateLocations().forEach(this::readState);
    allow("ReadLocks", lockTables(deployment), "dynamodb:GetItem");
    allow("DecryptWhatIsRead", deployment.decryptKeys(), "kms:Decrypt");
    allow("ReadOtherAccounts", deployment.assumeRoles(), "sts:AssumeRole");
    allow("ReadGitHubToken", secretOf(deployment), "secretsmanager:GetSecretValue");
    deployment.configurationLocation().ifPresent(this::readConfiguration);
  }

  Role role() {
    return role;
  }

  /** Lets the scan keep its reports and fingerprints, and read its configuration there. */
  void use(ReportBucket reports) {
    String bucket = reports.bucket().getBucketArn();
    allow(
        "ReadOwnConfiguration", List.of(bucket + "/" + ReportBucket.CONFIGURATION), "s3:GetObject");
    allow(
        "KeepReports",
        Stream.of(ReportBucket.REPORTS, ReportBucket.FINGERPRINTS)
            .map(prefix -> bucket + "/" + prefix + "*")
            .toList(),
        "s3:GetObject",
        "s3:PutObject");
    listBucket(
        "ListOwnBucket",
        bucket,
        List.of(
            ReportBucket.CONFIGURATION,
            ReportBucket.REPORTS + "*",
            ReportBucket.FINGERPRINTS + "*"));
  }

  /**
   * The states say which resources are read, and these may be any: the account's own resources
   * cannot be named here. Only actions that read and hand out no content get this far.
   */
  private void readLive(String service, Collection<String> actions) {
    allow("ReadLive" + sid(service), List.of("*"), actions.toArray(String[]::new));
  }

  private void readState(S3Location state) {
    String bucket = bucketArn(state);
    String object = bucket + "/" + state.key();
    List<String> objects =
        state.key().endsWith("*") ? List.of(object) : List.of(object, object + ".tflock");
    allow("", objects, "s3:GetObject", "s3:GetObjectVersion");
    listBucket("", bucket, List.of(state.listedPrefix()));
  }

  private void readConfiguration(ConfigurationLocation location) {
    switch (location) {
      case ConfigurationLocation.InS3(var object) -> {
        allow("ReadConfiguration", List.of(bucketArn(object) + "/" + object.key()), "s3:GetObject");
        listBucket("FindConfiguration", bucketArn(object), List.of(object.key()));
      }
      case ConfigurationLocation.InParameterStore(var name) ->
          allow(
              "ReadConfiguration",
              List.of(arn("ssm", "parameter", name.substring(1))),
              "ssm:GetParameter");
    }
  }

  /** Without it S3 answers "denied" for an object that does not exist. */
  private void listBucket(String sid, String bucketArn, List<String> prefixes) {
    add(
        statement(sid, List.of(bucketArn), "s3:ListBucket")
            .conditions(Map.of("StringLike", Map.of("s3:prefix", prefixes))));
  }

  private void allow(String sid, List<String> resources, String... actions) {
    if (!resources.isEmpty()) {
      add(statement(sid, resources, actions));
    }
  }

  private void add(PolicyStatement.Builder statement) {
    role.addToPolicy(statement.build());
  }

  private static PolicyStatement.Builder statement(
      String sid, List<String> resources, String... actions) {
    PolicyStatement.Builder statement =
        PolicyStatement.Builder.create().resources(resources).actions(List.of(actions));
    return sid.isEmpty() ? statement : statement.sid(sid);
  }

  private List<String> lockTables(Deployment deployment) {
    return deployment.lockTables().stream()
        .map(table -> table.startsWith("arn:") ? table : arn("dynamodb", "table", table))
        .toList();
  }

  private static List<String> secretOf(Deployment deployment) {
    return Optional.of(deployment.githubTokenSecret()).filter(arn -> !arn.isEmpty()).stream()
        .toList();
  }

  private String bucketArn(S3Location location) {
    return "arn:%s:s3:::%s".formatted(Stack.of(this).getPartition(), location.bucket());
  }

  private String arn(String service, String resource, String name) {
    return Stack.of(this)
        .formatArn(
            ArnComponents.builder()
                .service(service)
                .resource(resource)
                .resourceName(name)
                .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
                .build());
  }

  /** A statement's id takes letters and digits only. */
  private static String sid(String service) {
    return service.replace("-", "");
  }
}
