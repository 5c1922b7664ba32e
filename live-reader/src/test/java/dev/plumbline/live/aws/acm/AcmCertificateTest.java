package dev.plumbline.live.aws.acm;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.acm.AcmClient;

final class AcmCertificateTest {

  private final FakeAcm acm = new FakeAcm();

  @Test
  void reads_a_certificate_under_terraforms_names() {
    Value.Mapping certificate = found(observe("ISSUED"));

    assertComplete("aws_acm_certificate", certificate);
    assertThat(certificate.at("arn")).isEqualTo(Value.of(FakeAcm.ARN));
    assertThat(certificate.at("key_algorithm")).isEqualTo(Value.of("EC_prime256v1"));
    assertThat(certificate.at("validation_method")).isEqualTo(Value.of("DNS"));
    assertThat(certificate.at("validation_emails"))
        .isEqualTo(Value.of(List.of(Value.of("admin@ferry.example"))));
    assertThat(certificate.at("domain_validation_options"))
        .isEqualTo(
            Value.of(
                List.of(
                    Value.of(
                        Map.of(
                            "domain_name", Value.of("ferry.example"),
                            "resource_record_name", Value.of("_1.ferry.example."),
                            "resource_record_type", Value.of("CNAME"),
                            "resource_record_value", Value.of("_2."))))));
    assertThat(
            certificate
                .at("options")
                .items()
                .getFirst()
                .at("certificate_transparency_logging_preference"))
        .isEqualTo(Value.of("ENABLED"));
    assertThat(certificate.at("not_before").isEmpty()).isTrue();
    assertThat(certificate.at("tags_all")).isEqualTo(Value.of(Map.of("Team", Value.of("quay"))));
  }

  @Test
  void an_imported_certificate_has_no_validation_and_is_not_renewed() {
    acm.type = "IMPORTED";

    assertThat(found(observe("ISSUED")).at("validation_method")).isEqualTo(Value.of("NONE"));
    assertThat(moving("ISSUED")).containsOnlyKeys("renewal_eligibility");
  }

  @Test
  void what_acm_issued_it_renews() {
    assertThat(moving("ISSUED"))
        .containsOnlyKeys("not_after", "not_before", "renewal_eligibility", "renewal_summary");
  }

  @Test
  void that_a_requested_certificate_was_issued_is_expected() {
    assertThat(moving("PENDING_VALIDATION")).containsKey("status");
  }

  @Test
  void that_an_issued_certificate_expired_is_drift() {
    acm.status = "EXPIRED";

    assertThat(moving("ISSUED")).doesNotContainKey("status");
    assertThat(found(observe("ISSUED")).at("status")).isEqualTo(Value.of("EXPIRED"));
  }

  @Test
  void a_certificate_that_acm_does_not_know_is_gone() {
    acm.failure = "ResourceNotFoundException";

    assertThat(observe("ISSUED")).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void one_whose_validation_timed_out_is_gone() {
    acm.status = "VALIDATION_TIMED_OUT";

    assertThat(observe("PENDING_VALIDATION"))
        .isInstanceOfSatisfying(
            Observation.Gone.class, gone -> assertThat(gone.evidence()).contains("timed out"));
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    acm.failure = "AccessDeniedException";

    assertThat(observe("ISSUED")).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void discovers_the_accounts_own_certificates_with_every_kind_of_key() {
    assertThat(FakeScope.discover(new AcmCertificate(), Map.of(AcmClient.class, acm)))
        .containsExactly(FakeAcm.ARN);
  }

  private Map<String, String> moving(String recordedStatus) {
    return ((Observation.Found) observe(recordedStatus)).moving();
  }

  private Observation observe(String recordedStatus) {
    return FakeScope.observe(
            new AcmCertificate(),
            Map.of(AcmClient.class, acm),
            FakeScope.recorded(
                "aws_acm_certificate",
                Map.of("id", Value.of(FakeAcm.ARN), "status", Value.of(recordedStatus))))
        .getFirst();
  }
}
