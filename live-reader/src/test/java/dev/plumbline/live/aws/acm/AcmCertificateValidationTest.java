package dev.plumbline.live.aws.acm;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.acm.AcmClient;

final class AcmCertificateValidationTest {

  private static final String TYPE = "aws_acm_certificate_validation";

  private final FakeAcm acm = new FakeAcm();

  @Test
  void is_there_where_its_certificate_was_issued() {
    Value.Mapping validation = found(observe().getFirst());

    assertComplete(TYPE, validation);
    assertThat(validation.at("certificate_arn")).isEqualTo(Value.of(FakeAcm.ARN));
  }

  @Test
  void is_gone_where_its_certificate_is_no_longer_issued() {
    acm.status = "REVOKED";

    assertThat(observe().getFirst())
        .isInstanceOfSatisfying(
            Observation.Gone.class, gone -> assertThat(gone.evidence()).contains("REVOKED"));
  }

  @Test
  void is_gone_with_its_certificate() {
    acm.failure = "ResourceNotFoundException";

    assertThat(observe().getFirst()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    acm.failure = "AccessDeniedException";

    assertThat(observe().getFirst()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void two_of_one_certificate_ask_once() {
    assertThat(observe()).hasSize(2).hasOnlyElementsOfType(Observation.Found.class);
    assertThat(acm.described).isEqualTo(1);
  }

  private List<Observation> observe() {
    return FakeScope.observe(
        new AcmCertificateValidation(),
        Map.of(AcmClient.class, acm),
        validation("2026-05-01 00:00:00 +0000 UTC"),
        validation("2026-05-02 00:00:00 +0000 UTC"));
  }

  private static RecordedResource validation(String id) {
    return FakeScope.recorded(
        TYPE, Map.of("id", Value.of(id), "certificate_arn", Value.of(FakeAcm.ARN)));
  }
}
