package dev.plumbline.live.aws.elasticloadbalancingv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static dev.plumbline.live.aws.elasticloadbalancingv2.FakeBalancing.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;

final class LbTargetGroupAttachmentTest {

  private final FakeBalancing fake = new FakeBalancing();

  @ParameterizedTest
  @CsvSource({
    "i-1, 80, '', 0, Found", // registered on the group's own port
    "i-1, 81, '', 0, Gone", // only on another port
    "i-1, 81, '', 81, Found",
    "i-2, 80, '', 0, Gone",
    "i-1, 80, Target.DeregistrationInProgress, 0, Gone",
    "i-1, 80, Target.NotRegistered, 0, Gone",
    "i-1, 80, Target.Timeout, 0, Found"
  })
  void a_target_is_registered_on_its_port_or_gone(
      String id, int port, String reason, int recordedPort, String answer) {
    fake.groups.add(TargetGroup.builder().targetGroupArn(GROUP).port(80).build());
    fake.targets.add(
        TargetHealthDescription.builder()
            .target(t -> t.id(id).port(port))
            .targetHealth(h -> h.reason(reason.isEmpty() ? null : reason))
            .build());

    assertThat(observe(recordedPort).getClass().getSimpleName()).isEqualTo(answer);
  }

  @Test
  void shows_what_it_is_found_by() {
    fake.targets.add(
        TargetHealthDescription.builder()
            .target(t -> t.id("i-1").port(81))
            .targetHealth(h -> h.reason(TargetHealthReasonEnum.TARGET_NOT_IN_USE))
            .build());

    Value.Mapping attributes = found(observe(81));

    assertComplete("aws_lb_target_group_attachment", attributes);
    assertThat(attributes.at("target_id")).isEqualTo(Value.of("i-1"));
    assertThat(attributes.at("port")).isEqualTo(Value.of(81));
  }

  @ParameterizedTest
  @CsvSource({"TargetGroupNotFound, Gone", "AccessDenied, Unreadable"})
  void only_without_its_group_a_failure_is_gone(String code, String answer) {
    fake.failures.put("DescribeTargetHealth", code);

    assertThat(observe(81).getClass().getSimpleName()).isEqualTo(answer);
  }

  private Observation observe(int port) {
    return fake.observe(
        new LbTargetGroupAttachment(),
        recorded(
            "aws_lb_target_group_attachment",
            Map.of(
                "id", Value.of(GROUP + "-2026"),
                "target_group_arn", Value.of(GROUP),
                "target_id", Value.of("i-1"),
                "port", Value.of(port))));
  }
}
