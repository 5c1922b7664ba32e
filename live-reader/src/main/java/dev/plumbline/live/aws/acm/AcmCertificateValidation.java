package dev.plumbline.live.aws.acm;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateStatus;

/**
 * {@code aws_acm_certificate_validation}: that a certificate was issued. ACM has no such thing; it
 * is gone where its certificate is not, or no longer, issued.
 */
public final class AcmCertificateValidation implements ResourceType {

  @Override
  public String name() {
    return "aws_acm_certificate_validation";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Certificates.DESCRIBE));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(
        "only used while waiting for the validation", "validation_record_fqdns");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_acm_certificate", "id", "certificate_arn"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded ->
            Certificates.describe(batch.scope(), recorded.at("certificate_arn").text())
                .map(certificate -> observed(batch, certificate, recorded))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            Certificates.DESCRIBE + " says that the certificate does not exist")));
  }

  private static Observation observed(
      Batch batch, CertificateDetail certificate, RecordedResource recorded) {
    if (certificate.status() != CertificateStatus.ISSUED) {
      return new Observation.Gone(
          "%s says that the certificate is %s, not ISSUED"
              .formatted(Certificates.DESCRIBE, certificate.statusAsString()));
    }
    return batch
        .attributes()
        .put("id", recorded.id())
        .put("certificate_arn", certificate.certificateArn())
        .found();
  }
}
