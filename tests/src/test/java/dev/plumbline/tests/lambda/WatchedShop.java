package dev.plumbline.tests.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.cli.demo.DemoAccount;
import dev.plumbline.cli.demo.DemoEstate;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorKind;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.tests.EmulatedAws;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The demo's shop with the service deployed around it, scanned once, so that its changes are
 * watched.
 */
final class WatchedShop implements AutoCloseable {

  static final String STATES = "teashop-terraform-state";
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> JVM =
      List.of("--enable-native-access=ALL-UNNAMED", "-Xmx800m", "-XX:TieredStopAtLevel=1");

  private final Path folder;
  private final Emulator emulator;
  private final DemoAccount account;
  private final GitHubStandIn github = new GitHubStandIn();
  private final DeployedService service;
  private final FunctionZip zip;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final StringBuilder said = new StringBuilder();

  WatchedShop(Path folder) throws Exception {
    this.folder = folder;
    emulator = EmulatorKind.MOTO.start(_ -> {});
    account = DemoEstate.build(emulator);
    service = new DeployedService(account.endpoint());
    service.configure(
        """
        version: 1
        defaults:
          region: us-east-1
          publish: {github: {repository: acme/infra, labels: [drift], baseUrl: "%s"}}
        stacks:
          - {name: teashop, environment: production, state: "%s", lock: s3}
        events: {deployRoles: ["arn:aws:iam::123456789012:role/deploy"], lookUp: false,
          unmanaged: [aws_s3_bucket, aws_security_group, aws_iam_role, aws_sqs_queue]}
        """
            .formatted(github.url(), account.stateUri()));
    zip =
        FunctionZip.unpack(
            Path.of(System.getProperty("plumbline.root", "..")),
            Files.createDirectory(folder.resolve("lib")));
    answer("ScanFunction", "{}");
    assertThat(service.messages()).as("there is no drift yet").isEmpty();
  }

  @Override
  public void close() {
    github.close();
    account.close();
    emulator.close();
  }

  DeployedService service() {
    return service;
  }

  GitHubStandIn github() {
    return github;
  }

  DemoAccount account() {
    return account;
  }

  /** When the test began. */
  Instant now() {
    return now;
  }

  /** What all functions said. */
  String log() {
    return said.toString();
  }

  static String queueEvent(String url, String who, Instant at) throws Exception {
    return Trail.console(
        who, "sqs", "SetQueueAttributes", at, "{\"queueUrl\":\"%s\"}".formatted(url));
  }

  String changeQueue(String timeout) {
    SqsClient sqs = EmulatedAws.client(SqsClient.builder(), account.endpoint());
    String url = sqs.getQueueUrl(request -> request.queueName("teashop-orders")).queueUrl();
    sqs.setQueueAttributes(
        request ->
            request
                .queueUrl(url)
                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, timeout)));
    return url;
  }

  String openGroup() {
    Ec2Client ec2 = EmulatedAws.client(Ec2Client.builder(), account.endpoint());
    String id =
        ec2.describeSecurityGroups().securityGroups().stream()
            .filter(group -> group.groupName().contains("web"))
            .findFirst()
            .orElseThrow()
            .groupId();
    ec2.authorizeSecurityGroupIngress(
        request ->
            request.groupId(id).ipProtocol("tcp").fromPort(22).toPort(22).cidrIp("0.0.0.0/0"));
    return id;
  }

  /** One that no stack has. */
  String makeGroup(String name) {
    Ec2Client ec2 = EmulatedAws.client(Ec2Client.builder(), account.endpoint());
    return ec2.createSecurityGroup(request -> request.groupName(name).description("by hand"))
        .groupId();
  }

  void addRolePolicy() {
    IamClient iam = EmulatedAws.client(IamClient.builder(), account.endpoint());
    iam.putRolePolicy(
        request ->
            request
                .roleName("teashop-web")
                .policyName("more")
                .policyDocument(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}"));
  }

  S3Client s3() {
    return EmulatedAws.client(S3Client.builder().forcePathStyle(true), account.endpoint());
  }

  Report last() throws Exception {
    String uri = service.memory().find("teashop").orElseThrow().reportUri();
    String key = uri.substring(uri.indexOf("reports/"));
    return JsonReport.read(new ByteArrayInputStream(service.object(key).getBytes(UTF_8)));
  }

  static Map<String, ResourceReport> drift(Report report) {
    Map<String, ResourceReport> drift = new TreeMap<>();
    report.stacks().getFirst().resources().stream()
        .filter(ResourceReport::drift)
        .forEach(each -> drift.put(each.address(), each));
    return drift;
  }

  static List<String> failed(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.path("batchItemFailures").forEach(each -> ids.add(each.path("itemIdentifier").asText()));
    return ids;
  }

  /** Each time in a container of its own: nothing may hang on what another remembers. */
  JsonNode answer(String function, String event) throws Exception {
    Path log = Files.createTempFile(folder, function, ".log");
    try (RunningFunction running =
        RunningFunction.start(zip, function, JVM, service.environment(), log)) {
      running.initialised();
      RuntimeApi.Answer answer = running.invoke(event);
      said.append(running.log());
      assertThat(answer.failed()).as(answer.body() + running.log()).isFalse();
      return JSON.readTree(answer.body());
    }
  }
}
