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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** From a change in the account to an issue that says who made it, as it is deployed. */
class EventsIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> JVM =
      List.of("--enable-native-access=ALL-UNNAMED", "-Xmx800m", "-XX:TieredStopAtLevel=1");
  private static final String QUEUE = "aws_sqs_queue.orders";
  private static final String LOCK = "production/terraform.tfstate.tflock";
  private static final String STATES = "teashop-terraform-state";

  @TempDir private Path folder;
  private final StringBuilder said = new StringBuilder();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private @Nullable Deployed deployed;

  private record Deployed(
      Emulator emulator,
      DemoAccount account,
      GitHubStandIn github,
      DeployedService service,
      FunctionZip zip) {}

  @BeforeEach
  void deploy() throws Exception {
    Emulator emulator = EmulatorKind.MOTO.start(_ -> {});
    DemoAccount account = DemoEstate.build(emulator);
    GitHubStandIn github = new GitHubStandIn();
    DeployedService service = new DeployedService(account.endpoint());
    service.configure(
        """
        version: 1
        defaults:
          region: us-east-1
          publish: {github: {repository: acme/infra, labels: [drift], baseUrl: "%s"}}
        stacks:
          - {name: teashop, environment: production, state: "%s", lock: s3}
        events: {deployRoles: ["arn:aws:iam::123456789012:role/deploy"]}
        """
            .formatted(github.url(), account.stateUri()));
    FunctionZip zip =
        FunctionZip.unpack(
            Path.of(System.getProperty("plumbline.root", "..")),
            Files.createDirectory(folder.resolve("lib")));
    deployed = new Deployed(emulator, account, github, service, zip);
    answer("ScanFunction", "{}");
    assertThat(service.messages()).as("there is no drift yet").isEmpty();
  }

  @AfterEach
  void tearDown() {
    if (deployed != null) {
      deployed.github().close();
      deployed.account().close();
      deployed.emulator().close();
    }
  }

  private Deployed here() {
    return java.util.Objects.requireNonNull(deployed);
  }

  @Test
  void what_was_changed_is_read_alone_and_told_once_with_who_did_it() throws Exception {
    String queue = changeQueue("45");
    String group = openGroup();
    addRolePolicy();
    List<String> events = new ArrayList<>();
    events.add(
        Trail.console(
            "ana@acme.example",
            "sqs",
            "SetQueueAttributes",
            now.minusSeconds(40),
            "{\"queueUrl\":\"%s\",\"attributes\":{\"VisibilityTimeout\":\"45\"}}"
                .formatted(queue)));
    events.add(
        Trail.console(
            "bob@acme.example",
            "ec2",
            "AuthorizeSecurityGroupIngress",
            now.minusSeconds(35),
            "{\"groupId\":\"%s\",\"ipPermissions\":{\"items\":[]}}".formatted(group)));
    events.add(
        Trail.console(
            "eve@acme.example",
            "iam",
            "PutRolePolicy",
            now.minusSeconds(30),
            "{\"roleName\":\"teashop-web\",\"policyName\":\"more\",\"policyDocument\":\"{}\"}"));
    here().service().happened(events.toArray(String[]::new));

    assertThat(failed(answer("EventFunction", Deliveries.batch(here().service().changes(), 1))))
        .as(said.toString())
        .isEmpty();

    assertThat(here().github().opened()).as(said.toString()).hasSize(1);
    assertThat(here().github().body())
        .contains(
            "ana&#64;acme.example", "bob&#64;acme.example", "eve&#64;acme.example", "console");
    Report report = last();
    Map<String, ResourceReport> drift = drift(report);
    assertThat(drift.get(QUEUE).cause().orElseThrow().event()).isEqualTo("SetQueueAttributes");
    assertThat(drift.get("aws_security_group.web").cause().orElseThrow().principal())
        .startsWith("bob@acme.example");
    assertThat(drift).hasSize(3);
    long read =
        report.stacks().getFirst().resources().stream()
            .filter(each -> each.readAt().isEmpty())
            .count();
    long calls = report.apiCalls().values().stream().mapToLong(Long::longValue).sum();
    assertThat(calls).as(report.apiCalls().toString()).isLessThanOrEqualTo(3 * 3);
    assertThat(report.stacks().getFirst().resources()).hasSizeGreaterThan(20);
    assertThat(read).isLessThan(12);
    assertThat(here().service().messages()).hasSize(1);

    here().github().keep(here().github().opened().getFirst());
    Collections.reverse(events);
    assertThat(failed(answer("EventFunction", Deliveries.batch(events, 1)))).isEmpty();

    assertThat(here().github().opened()).hasSize(1);
    assertThat(here().github().changed()).isEmpty();
    assertThat(here().service().messages()).isEmpty();
    assertThat(here().service().kept("reports/")).hasSize(2);
  }

  @Test
  void a_thousand_events_are_one_reading_and_a_message_that_is_none_comes_again_alone()
      throws Exception {
    String queue = changeQueue("45");
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      events.add(queueEvent(queue, "ana" + i, now.minusSeconds(1_100 - i)));
    }
    events.add("{\"detail\": {\"eventName\": 7}}");
    Collections.shuffle(events, new java.util.Random(7));
    int poison = events.indexOf("{\"detail\": {\"eventName\": 7}}") + 1;

    assertThat(failed(answer("EventFunction", Deliveries.batch(events, 1))))
        .as(said.toString())
        .containsExactly("m" + poison);

    assertThat(last().apiCalls()).containsEntry("sqs:GetQueueAttributes", 1L);
    assertThat(drift(last()).get(QUEUE).cause().orElseThrow().principal()).startsWith("ana999");
  }

  @Test
  void a_deployment_is_waited_out_and_a_locked_state_is_read_when_it_is_free() throws Exception {
    String queue = changeQueue("45");
    S3Client s3 = s3();
    s3.putObject(
        request -> request.bucket(STATES).key(LOCK),
        RequestBody.fromString(
            "{\"ID\":\"1\",\"Operation\":\"OperationTypeApply\",\"Who\":\"ci@runner\","
                + "\"Created\":\"2026-11-22T00:00:00Z\",\"Info\":\"\",\"Version\":\"1.11.4\",\"Path\":\"\"}"));
    String event = queueEvent(queue, "ana", now.minusSeconds(40));

    assertThat(failed(answer("EventFunction", Deliveries.batch(List.of(event), 1)))).isEmpty();

    assertThat(here().github().opened()).isEmpty();
    assertThat(here().service().waiting()).as(said.toString()).isEqualTo(1);
    s3.deleteObject(request -> request.bucket(STATES).key(LOCK));
    String again =
        "{\"plumbline\":\"again\",\"tries\":1,\"touches\":[{\"stack\":\"teashop\",\"address\":\"%s\","
                .formatted(QUEUE)
            + "\"principal\":\"ana\",\"event\":\"SetQueueAttributes\",\"at\":\"%s\",\"via\":\"console\"}]}"
                .formatted(now.minusSeconds(40));
    assertThat(failed(answer("EventFunction", Deliveries.batch(List.of(again), 1)))).isEmpty();

    assertThat(here().github().body()).contains("ana");
  }

  @Test
  void what_ended_in_the_middle_is_done_by_the_next_delivery() throws Exception {
    String queue = changeQueue("45");
    List<String> events = List.of(queueEvent(queue, "ana", now.minusSeconds(40)));
    here().github().fail();

    assertThat(failed(answer("EventFunction", Deliveries.batch(events, 1)))).containsExactly("m1");
    here().github().mend();
    assertThat(failed(answer("EventFunction", Deliveries.batch(events, 2)))).isEmpty();

    assertThat(here().github().opened()).hasSize(1);
    assertThat(here().github().body()).contains("ana");
    assertThat(here().service().messages()).hasSize(1);
  }

  private String queueEvent(String url, String who, Instant at) throws Exception {
    return Trail.console(
        who, "sqs", "SetQueueAttributes", at, "{\"queueUrl\":\"%s\"}".formatted(url));
  }

  private String changeQueue(String timeout) {
    SqsClient sqs = EmulatedAws.client(SqsClient.builder(), here().account().endpoint());
    String url = sqs.getQueueUrl(request -> request.queueName("teashop-orders")).queueUrl();
    sqs.setQueueAttributes(
        request ->
            request
                .queueUrl(url)
                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, timeout)));
    return url;
  }

  private String openGroup() {
    Ec2Client ec2 = EmulatedAws.client(Ec2Client.builder(), here().account().endpoint());
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

  private void addRolePolicy() {
    IamClient iam = EmulatedAws.client(IamClient.builder(), here().account().endpoint());
    iam.putRolePolicy(
        request ->
            request
                .roleName("teashop-web")
                .policyName("more")
                .policyDocument(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}"));
  }

  private S3Client s3() {
    return EmulatedAws.client(S3Client.builder().forcePathStyle(true), here().account().endpoint());
  }

  private Report last() throws Exception {
    String uri = here().service().memory().find("teashop").orElseThrow().reportUri();
    String key = uri.substring(uri.indexOf("reports/"));
    return JsonReport.read(new ByteArrayInputStream(here().service().object(key).getBytes(UTF_8)));
  }

  private static Map<String, ResourceReport> drift(Report report) {
    Map<String, ResourceReport> drift = new java.util.TreeMap<>();
    report.stacks().getFirst().resources().stream()
        .filter(ResourceReport::drift)
        .forEach(each -> drift.put(each.address(), each));
    return drift;
  }

  private static List<String> failed(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.path("batchItemFailures").forEach(each -> ids.add(each.path("itemIdentifier").asText()));
    return ids;
  }

  /** Each time in a container of its own: nothing may hang on what another remembers. */
  private JsonNode answer(String function, String event) throws Exception {
    Path log = Files.createTempFile(folder, function, ".log");
    try (RunningFunction running =
        RunningFunction.start(here().zip(), function, JVM, here().service().environment(), log)) {
      running.initialised();
      RuntimeApi.Answer answer = running.invoke(event);
      said.append(running.log());
      assertThat(answer.failed()).as(answer.body() + running.log()).isFalse();
      return JSON.readTree(answer.body());
    }
  }
}
