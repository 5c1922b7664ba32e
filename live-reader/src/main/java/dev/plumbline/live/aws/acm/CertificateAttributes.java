package dev.plumbline.live.aws.acm;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateType;
import software.amazon.awssdk.services.acm.model.DomainValidation;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;

/** A certificate as Terraform writes it, and what of it ACM itself moves. */
final class CertificateAttributes {

  private static final String RENEWED = "is moved by ACM, which renews the certificate";

  private CertificateAttributes() {}

  /** Puts in everything but id and tags. */
  static Attributes read(
      CertificateDetail certificate, RecordedResource recorded, Attributes into) {
    List<DomainValidation> validations = certificate.domainValidationOptions();
    into.from(certificate)
        .put("arn", certificate.certificateArn())
        .put("key_algorithm", algorithm(certificate.keyAlgorithmAsString()))
        .put("domain_validation_options", records(validations))
        .put("validation_emails", emails(validations))
        .put("validation_method", method(certificate));
    moving(certificate, recorded, into);
    return into;
  }

  /** DescribeCertificate writes {@code RSA-2048}, everything else {@code RSA_2048}. */
  private static String algorithm(@Nullable String described) {
    String written = described == null ? "" : described;
    return KeyAlgorithm.knownValues().stream()
        .map(KeyAlgorithm::toString)
        .filter(known -> known.replace('-', '_').equals(written.replace('-', '_')))
        .findFirst()
        .orElse(written);
  }

  /** The DNS records that prove a domain; a domain proved by mail has none. */
  private static Value records(List<DomainValidation> validations) {
    return Value.of(
        validations.stream()
            .filter(each -> each.resourceRecord() != null)
            .map(
                each -> {
                  Map<String, Value> block = new TreeMap<>();
                  block.put("domain_name", Shape.of(each.domainName()));
                  block.put("resource_record_name", Shape.of(each.resourceRecord().name()));
                  block.put("resource_record_type", Shape.of(each.resourceRecord().typeAsString()));
                  block.put("resource_record_value", Shape.of(each.resourceRecord().value()));
                  return Value.of(block);
                })
            .toList());
  }

  private static List<String> emails(List<DomainValidation> validations) {
    return validations.stream().flatMap(each -> each.validationEmails().stream()).toList();
  }

  private static String method(CertificateDetail certificate) {
    return certificate.type() != CertificateType.AMAZON_ISSUED
        ? "NONE"
        : certificate.domainValidationOptions().stream()
            .findFirst()
            .map(each -> String.valueOf(each.validationMethodAsString()))
            .orElse("NONE");
  }

  /**
   * A certificate is recorded as it was requested, before anybody proved the domain; what ACM
   * issued it renews, as soon as something uses it.
   */
  private static void moving(
      CertificateDetail certificate, RecordedResource recorded, Attributes into) {
    if (recorded.at("status").text().equals("PENDING_VALIDATION")
        && "ISSUED".equals(certificate.statusAsString())) {
      into.moving("status", "is moved by ACM, which issued the certificate");
    }
    into.moving("renewal_eligibility", "is moved by ACM as something uses the certificate");
    if (certificate.type() != CertificateType.IMPORTED) {
      List.of("not_after", "not_before", "renewal_summary")
          .forEach(attribute -> into.moving(attribute, RENEWED));
    }
  }
}
