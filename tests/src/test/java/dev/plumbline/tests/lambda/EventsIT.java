package dev.plumbline.tests.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** From a change in the account to an issue that says who made it, as it is deployed. */
class EventsIT {

  private static final String QUEUE = "aws_sqs_queue.orders";
  private static final String LOCK = "production/terraform.tfstate.tflock";

  @TempDir private Path folder;
  private @Nullable WatchedShop watched;

  @BeforeEach
  void deploy() throws Exception {
    watched = new WatchedShop(folder);
  }

  @AfterEach
  void tearDown() {
    if (watched != null) {
      watched.close();
    }
  }

  private WatchedShop shop() {
    return Objects.requireNonNull(watched);
  }

  @Test
  void what_was_changed_is_read_alone_and_told_once_with_who_did_it() throws Exception {
    String queue = shop().changeQueue("45");
    String group = shop().openGroup();
    shop().addRolePolicy();
    List<String> events = new ArrayList<>();
    events.add(
        Trail.console(
            "ana@acme.example",
            "sqs",
            "SetQueueAttributes",
            shop().now().minusSeconds(40),
            "{\"queueUrl\":\"%s\",\"attributes\":{\"VisibilityTimeout\":\"45\"}}"
                .formatted(queue)));
    events.add(
        Trail.console(
            "bob@acme.example",
            "ec2",
            "AuthorizeSecurityGroupIngress",
            shop().now().minusSeconds(35),
            "{\"groupId\":\"%s\",\"ipPermissions\":{\"items\":[]}}".formatted(group)));
    events.add(
        Trail.console(
            "eve@acme.example",
            "iam",
            "PutRolePolicy",
            shop().now().minusSeconds(30),
            "{\"roleName\":\"teashop-web\",\"policyName\":\"more\",\"policyDocument\":\"{}\"}"));
    events.addAll(newcomers(queue));
    shop().service().happened(events.toArray(String[]::new));

    assertThat(
            WatchedShop.failed(
                shop().answer("EventFunction", Deliveries.batch(shop().service().changes(), 1))))
        .as(shop().log())
        .isEmpty();

    assertThat(shop().github().opened()).as(shop().log()).hasSize(1);
    assertThat(shop().github().body())
        .contains(
            "ana&#64;acme.example (role Admin)", "bob&#64;acme.example", "eve&#64;acme.example")
        .contains("by <code>console</code>, <code>SetQueueAttributes</code>, 20", " UTC |");
    Report report = shop().last();
    Map<String, ResourceReport> drift = WatchedShop.drift(report);
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
    assertThat(shop().service().messages())
        .as("the drift of the stack, and what is in no stack")
        .hasSize(2)
        .filteredOn(each -> each.contains("2 new resources in no stack"))
        .singleElement()
        .asString()
        .contains("rogue", "CreateBucket", "CreateSecurityGroup", "mallory@acme.example")
        .doesNotContain("aws_sqs_queue", "gone-again");

    shop().github().keep(shop().github().opened().getFirst());
    Collections.reverse(events);
    assertThat(WatchedShop.failed(shop().answer("EventFunction", Deliveries.batch(events, 1))))
        .isEmpty();

    assertThat(shop().github().opened()).hasSize(1);
    assertThat(shop().github().changed()).isEmpty();
    assertThat(shop().service().messages()).isEmpty();
    assertThat(shop().service().kept("reports/"))
        .filteredOn(each -> each.endsWith(".json"))
        .hasSize(2);
  }

  /**
   * A bucket and a group that no stack has, one that is gone again, and a queue that is managed.
   */
  private List<String> newcomers(String queue) throws Exception {
    shop().s3().createBucket(request -> request.bucket("rogue"));
    String group = shop().makeGroup("rogue");
    List<String> events = new ArrayList<>();
    events.add(made("s3", "CreateBucket", "{\"bucketName\":\"rogue\"}", "null"));
    events.add(made("s3", "CreateBucket", "{\"bucketName\":\"gone-again\"}", "null"));
    events.add(
        made(
            "ec2",
            "CreateSecurityGroup",
            "{\"groupName\":\"rogue\",\"vpcId\":\"vpc-1\"}",
            "{\"_return\":true,\"groupId\":\"%s\"}".formatted(group)));
    events.add(
        made(
            "sqs",
            "CreateQueue",
            "{\"queueName\":\"teashop-orders\"}",
            "{\"queueUrl\":\"%s\"}".formatted(queue)));
    return events;
  }

  private String made(String service, String call, String parameters, String answer)
      throws Exception {
    return Trail.console(
        "mallory@acme.example", service, call, shop().now().minusSeconds(50), parameters, answer);
  }

  @Test
  void a_thousand_events_are_one_reading_and_a_message_that_is_none_comes_again_alone()
      throws Exception {
    String queue = shop().changeQueue("45");
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      events.add(WatchedShop.queueEvent(queue, "ana" + i, shop().now().minusSeconds(1_100 - i)));
    }
    events.add("{\"detail\": {\"eventName\": 7}}");
    Collections.shuffle(events, new Random(7));
    int poison = events.indexOf("{\"detail\": {\"eventName\": 7}}") + 1;

    assertThat(WatchedShop.failed(shop().answer("EventFunction", Deliveries.batch(events, 1))))
        .as(shop().log())
        .containsExactly("m" + poison);

    assertThat(shop().last().apiCalls()).containsEntry("sqs:GetQueueAttributes", 1L);
    assertThat(WatchedShop.drift(shop().last()).get(QUEUE).cause().orElseThrow().principal())
        .startsWith("ana999");
  }

  @Test
  void a_deployment_is_waited_out_and_a_locked_state_is_read_when_it_is_free() throws Exception {
    String queue = shop().changeQueue("45");
    S3Client s3 = shop().s3();
    s3.putObject(
        request -> request.bucket(WatchedShop.STATES).key(LOCK),
        RequestBody.fromString(
            "{\"ID\":\"1\",\"Operation\":\"OperationTypeApply\",\"Who\":\"ci@runner\","
                + "\"Created\":\"2026-11-22T00:00:00Z\",\"Info\":\"\",\"Version\":\"1.11.4\",\"Path\":\"\"}"));
    String event = WatchedShop.queueEvent(queue, "ana", shop().now().minusSeconds(40));

    assertThat(
            WatchedShop.failed(shop().answer("EventFunction", Deliveries.batch(List.of(event), 1))))
        .isEmpty();

    assertThat(shop().github().opened()).isEmpty();
    assertThat(shop().service().waiting()).as(shop().log()).isEqualTo(1);
    s3.deleteObject(request -> request.bucket(WatchedShop.STATES).key(LOCK));
    String again =
        "{\"plumbline\":\"again\",\"tries\":1,\"touches\":[{\"stack\":\"teashop\",\"address\":\"%s\","
                .formatted(QUEUE)
            + "\"principal\":\"ana\",\"event\":\"SetQueueAttributes\",\"at\":\"%s\",\"via\":\"console\"}]}"
                .formatted(shop().now().minusSeconds(40));
    assertThat(
            WatchedShop.failed(shop().answer("EventFunction", Deliveries.batch(List.of(again), 1))))
        .isEmpty();

    assertThat(shop().github().body()).contains("ana");
  }

  @Test
  void what_ended_in_the_middle_is_done_by_the_next_delivery() throws Exception {
    String queue = shop().changeQueue("45");
    List<String> events =
        List.of(WatchedShop.queueEvent(queue, "ana", shop().now().minusSeconds(40)));
    shop().github().fail();

    assertThat(WatchedShop.failed(shop().answer("EventFunction", Deliveries.batch(events, 1))))
        .containsExactly("m1");
    shop().github().mend();
    assertThat(WatchedShop.failed(shop().answer("EventFunction", Deliveries.batch(events, 2))))
        .isEmpty();

    assertThat(shop().github().opened()).hasSize(1);
    assertThat(shop().github().body()).contains("ana");
    assertThat(shop().service().messages()).hasSize(1);
  }
}
