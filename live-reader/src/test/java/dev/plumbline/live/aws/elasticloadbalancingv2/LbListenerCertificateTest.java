package dev.plumbline.live.aws.elasticloadbalancingv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static dev.plumbline.live.aws.elasticloadbalancingv2.FakeBalancing.LISTENER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;

final class LbListenerCertificateTest {

  private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/c1";

  private final FakeBalancing fake = new FakeBalancing();

  @Test
  void a_further_certificate_of_the_listener_is_there() {
    certificate(false);

    Value.Mapping attributes = found(observe());

    assertComplete("aws_lb_listener_certificate", attributes);
    assertThat(attributes.at("listener_arn")).isEqualTo(Value.of(LISTENER));
    assertThat(attributes.at("certificate_arn")).isEqualTo(Value.of(CERTIFICATE));
  }

  @Test
  void the_default_certificate_is_the_listeners_own() {
    certificate(true);

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @CsvSource({"ListenerNotFound, Gone", "AccessDenied, Unreadable", "Throttling, Unreadable"})
  void only_without_its_listener_a_failure_is_gone(String code, String answer) {
    fake.failures.put("DescribeListenerCertificates", code);

    assertThat(observe().getClass().getSimpleName()).isEqualTo(answer);
  }

  private void certificate(boolean isDefault) {
    fake.certificates.add(
        Certificate.builder().certificateArn(CERTIFICATE).isDefault(isDefault).build());
  }

  private Observation observe() {
    return fake.observe(
        new LbListenerCertificate(),
        recorded(
            "aws_lb_listener_certificate", Map.of("id", Value.of(LISTENER + "_" + CERTIFICATE))));
  }
}
