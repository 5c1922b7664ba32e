package dev.plumbline.cdk;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.IManagedPolicy;

/** What several functions may do alike, on what this deployment has or names. */
final class Grants {

  private final Platform platform;
  private final Rights rights;

  Grants(Platform platform, Rights rights) {
    this.platform = platform;
    this.rights = rights;
  }

  /** Which states there are; not what is in them. */
  void findStates() {
    for (S3Location state : platform.deployment().stateLocations()) {
      rights.listBucket("", rights.bucketArn(state), List.of(state.listedPrefix()));
    }
    rights.allow("FindInOtherAccounts", platform.deployment().assumeRoles(), "sts:AssumeRole");
  }

  /** The lists of runs and what became of them. */
  void keepRuns() {
    keep("Runs", ReportBucket.RUNS);
  }

  /** What was observed of a large stack, as long as the rest of it is to come. */
  void keepSlices() {
    keep("Slices", ReportBucket.SLICES);
  }

  /** All that a scan reads, and where it tells what it found. */
  void scan() {
    for (IManagedPolicy policy : platform.readers().policies()) {
      rights.role().addManagedPolicy(policy);
    }
    Deployment deployment = platform.deployment();
    deployment.stateLocations().forEach(this::readState);
    rights.allow(
        "ReadLocks",
        deployment.lockTables().stream().map(rights::tableArn).toList(),
        "dynamodb:GetItem");
    rights.allow("ReadOtherAccounts", deployment.assumeRoles(), "sts:AssumeRole");
    publish();
  }

  /** Where what was found is kept and told. */
  void publish() {
    readConfiguration();
    readSecrets("ReadPublishingSecrets", platform.publishingSecrets());
    readDeploymentKey();
    keepReports();
    announce();
    remember("BatchGetItem", "Query", "GetItem", "PutItem", "DeleteItem", "ConditionCheckItem");
  }

  /** Plans, and makes no one apply them: the projects say which. */
  void run(List<String> projects) {
    rights.allow(
        "StartBuilds",
        rights.projectArns(projects),
        "codebuild:StartBuild",
        "codebuild:ListBuildsForProject",
        "codebuild:BatchGetBuilds");
    String bucket = platform.storage().plans().bucket().getBucketArn();
    rights.allow(
        "ReadAndDropPlans",
        List.of(bucket + "/plans/*"),
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:DeleteObjectVersion");
    rights.listBucket("FindPlans", bucket, List.of("plans/*"));
    rights.allow("DecryptPlans", platform.storage().plans().keyArns(), "kms:Decrypt");
  }

  void readConfiguration() {
    platform
        .deployment()
        .configurationLocation()
        .ifPresentOrElse(this::readConfiguration, this::readOwnConfiguration);
    rights.allow("DecryptWhatIsRead", platform.deployment().decryptKeys(), "kms:Decrypt");
  }

  void readSecrets(String purpose, List<String> arns) {
    rights.allow(purpose, arns, "secretsmanager:GetSecretValue");
  }

  void readDeploymentKey() {
    readSecrets("ReadDeploymentKey", List.of(platform.storage().deploymentKey().getSecretArn()));
  }

  /** On the service's own table. */
  void remember(String... actions) {
    String table = platform.storage().table().getTableArn();
    rights.allow(
        "Remember",
        List.of(table, table + "/index/" + Storage.INDEX),
        Stream.of(actions).map("dynamodb:"::concat).toArray(String[]::new));
  }

  private void readState(S3Location state) {
    String bucket = rights.bucketArn(state);
    String object = bucket + "/" + state.key();
    List<String> objects =
        state.key().endsWith("*") ? List.of(object) : List.of(object, object + ".tflock");
    rights.allow("", objects, "s3:GetObject", "s3:GetObjectVersion");
    rights.listBucket("", bucket, List.of(state.listedPrefix()));
  }

  private void readConfiguration(ConfigurationLocation location) {
    switch (location) {
      case ConfigurationLocation.InS3(var object) -> {
        String bucket = rights.bucketArn(object);
        rights.allow("ReadConfiguration", List.of(bucket + "/" + object.key()), "s3:GetObject");
        rights.listBucket("FindConfiguration", bucket, List.of(object.key()));
      }
      case ConfigurationLocation.InParameterStore(var name) ->
          rights.allow(
              "ReadConfiguration",
              List.of(rights.arn("ssm", "parameter", name.substring(1))),
              "ssm:GetParameter");
    }
  }

  private void readOwnConfiguration() {
    String bucket = platform.storage().reports().bucket().getBucketArn();
    rights.allow(
        "ReadConfiguration", List.of(bucket + "/" + ReportBucket.CONFIGURATION), "s3:GetObject");
    rights.listBucket("FindConfiguration", bucket, List.of(ReportBucket.CONFIGURATION));
  }

  private void keepReports() {
    String bucket = platform.storage().reports().bucket().getBucketArn();
    List<String> folders = List.of(ReportBucket.REPORTS + "*", ReportBucket.FINGERPRINTS + "*");
    rights.allow(
        "KeepReports",
        folders.stream().map(folder -> bucket + "/" + folder).toList(),
        "s3:GetObject",
        "s3:PutObject");
    rights.listBucket("FindReports", bucket, folders);
  }

  private void keep(String what, String folder) {
    String bucket = platform.storage().reports().bucket().getBucketArn();
    List<String> objects = List.of(bucket + "/" + folder + "*");
    rights.allow("Keep" + what, objects, "s3:GetObject", "s3:PutObject");
    rights.listBucket("Find" + what, bucket, List.of(folder + "*"));
  }

  private void announce() {
    rights.allow("Announce", List.of(platform.alerts().topic().getTopicArn()), "sns:Publish");
    rights.allow(
        "EncryptWhatIsAnnounced",
        List.of(platform.alerts().keyArn()),
        "kms:Decrypt",
        "kms:GenerateDataKey");
  }
}
