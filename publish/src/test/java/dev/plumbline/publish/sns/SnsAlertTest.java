package dev.plumbline.publish.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.Reports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class SnsAlertTest {

  private static final ResourceReport OPEN_PORT =
      Reports.drifted(
          "aws_security_group.web", Severity.CRITICAL, Reports.text("ingress", "a", "b"));

  private final FakeSns sns = new FakeSns();
  private final InMemory last = new InMemory();
  private final SnsAlert alert = new SnsAlert(sns, "arn:aws:sns:us-east-1:1:drift", last);

  private static final class FakeSns implements SnsClient {
    private final List<PublishRequest> published = new ArrayList<>();
    private boolean denied;

    @Override
    public PublishResponse publish(PublishRequest request) {
      if (denied) {
        throw AuthorizationErrorException.builder().message("no").build();
      }
      published.add(request);
      return PublishResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}
  }

  private static final class InMemory implements LastFingerprint {
    private final Map<String, String> fingerprints = new HashMap<>();

    @Override
    public Optional<String> get(String stack) {
      return Optional.ofNullable(fingerprints.get(stack));
    }

    @Override
    public void put(String stack, String fingerprint) {
      fingerprints.put(stack, fingerprint);
    }
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }

  private static JsonNode json(String text) throws Exception {
    return new JsonMapper().readTree(text);
  }

  @Test
  void drift_is_told_once() throws Exception {
    Report report = Reports.of(Reports.stack("prod", OPEN_PORT));
    assertThat(alert.publish(report).getFirst().sent()).isTrue();
    assertThat(alert.publish(report).getFirst().sent()).isFalse();
    assertThat(sns.published).hasSize(1);
  }

  @Test
  void a_message_is_text_for_people_and_json_for_programs() throws Exception {
    alert.publish(Reports.of(Reports.stack("prod", OPEN_PORT)));
    PublishRequest request = sns.published.getFirst();
    assertThat(request.subject()).isEqualTo("Plumbline: 1 drifted in prod");
    assertThat(request.messageStructure()).isEqualTo("json");
    JsonNode message = json(request.message());
    assertThat(message.get("default").textValue())
        .contains("Stack prod: 1 drifted.")
        .contains("CRITICAL  aws_security_group.web: ingress");
    JsonNode document = json(message.get("sqs").textValue());
    assertThat(document.at("/resources/0/address").textValue()).isEqualTo("aws_security_group.web");
    assertThat(document.get("resourcesOmitted").intValue()).isZero();
    assertThat(request.messageAttributes())
        .containsEntry("severity", attribute("String", "CRITICAL"))
        .containsEntry("drifted", attribute("Number", "1"));
  }

  @Test
  void the_end_of_drift_is_told() throws Exception {
    alert.publish(Reports.of(Reports.stack("prod", OPEN_PORT)));
    alert.publish(Reports.of(Reports.stack("prod")));
    assertThat(sns.published).hasSize(2);
    assertThat(sns.published.get(1).subject()).isEqualTo("Plumbline: no drift in prod");
  }

  @Test
  void the_end_of_drift_is_not_told_of_what_could_not_be_read() throws Exception {
    alert.publish(Reports.of(Reports.stack("prod", OPEN_PORT)));
    alert.publish(
        Reports.of(
            Reports.stack(
                "prod", Reports.other("aws_security_group.web", Status.UNREADABLE, "denied"))));
    alert.publish(Reports.of(Reports.stack("prod", OPEN_PORT)));
    assertThat(sns.published).hasSize(1);
  }

  @Test
  void a_clean_stack_and_one_that_was_not_scanned_are_quiet() throws Exception {
    alert.publish(
        Reports.of(Reports.stack("clean"), Reports.unscanned("locked", StackStatus.DEFERRED)));
    assertThat(sns.published).isEmpty();
    assertThat(last.fingerprints).isEmpty();
  }

  @Test
  void a_large_report_is_cut_by_severity_and_says_so() throws Exception {
    ResourceReport[] resources =
        IntStream.range(0, 2000)
            .mapToObj(
                i ->
                    Reports.drifted(
                        "aws_vpc.v" + i,
                        i < 10 ? Severity.CRITICAL : Severity.LOW,
                        Reports.text("description", "\"".repeat(100), "b".repeat(100))))
            .toArray(ResourceReport[]::new);
    alert.publish(Reports.of(Reports.stack("prod", resources)));
    PublishRequest request = sns.published.getFirst();
    assertThat(request.message().getBytes(UTF_8).length).isBetween(200_000, 255 * 1024);
    JsonNode document = json(json(request.message()).get("lambda").textValue());
    assertThat(document.at("/resources/0/severity").textValue()).isEqualTo("CRITICAL");
    assertThat(document.get("resourcesOmitted").intValue())
        .isEqualTo(2000 - document.get("resources").size())
        .isPositive();
    assertThat(json(request.message()).get("default").textValue()).contains("and 1,985 more");
  }

  @Test
  void one_stacks_failure_does_not_lose_the_others_and_is_tried_again() throws Exception {
    Report report = Reports.of(Reports.stack("prod", OPEN_PORT));
    sns.denied = true;
    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> alert.publish(report))
        .withMessageContaining("prod")
        .satisfies(e -> assertThat(e.action()).contains("sns:Publish"));
    sns.denied = false;
    alert.publish(report);
    assertThat(sns.published).hasSize(1);
  }

  @Test
  void hostile_values_are_data() throws Exception {
    alert.publish(HostileReport.report());
    assertThat(sns.published).hasSize(HostileReport.ATTACKS.size());
    for (PublishRequest request : sns.published) {
      assertThat(request.subject()).matches("[!-~][ -~]{0,99}");
      assertThat(request.message().getBytes(UTF_8).length).isLessThan(255 * 1024);
      String text = json(request.message()).get("default").textValue();
      assertThat(text).doesNotContain("@");
      assertThat(text.codePoints().filter(point -> point != '\n'))
          .noneMatch(point -> Character.getType(point) == Character.CONTROL)
          .noneMatch(point -> Character.getType(point) == Character.FORMAT);
      assertThat(text.lines()).noneMatch(line -> line.startsWith("/plumbline"));
      assertThat(request.messageAttributes().values())
          .allMatch(value -> !value.stringValue().isEmpty());
      assertThat(request.messageAttributes()).hasSizeLessThanOrEqualTo(10);
    }
  }

  @Test
  void a_stack_report_is_whole_but_for_what_is_not_drift() throws Exception {
    StackReport stack = Reports.freeside();
    alert.publish(Reports.of(stack));
    JsonNode document = json(json(sns.published.getFirst().message()).get("https").textValue());
    assertThat(document.get("resources")).hasSize(5);
    assertThat(document.at("/summary/unreadable").intValue()).isEqualTo(2);
    assertThat(document.get("fingerprint").textValue()).isEqualTo(stack.fingerprint());
  }
}
