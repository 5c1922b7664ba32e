package dev.plumbline.live.aws.acm;

import static dev.plumbline.live.aws.FakeScope.error;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.DescribeCertificateRequest;
import software.amazon.awssdk.services.acm.model.DescribeCertificateResponse;
import software.amazon.awssdk.services.acm.model.ListCertificatesRequest;
import software.amazon.awssdk.services.acm.model.ListCertificatesResponse;
import software.amazon.awssdk.services.acm.model.ListTagsForCertificateRequest;
import software.amazon.awssdk.services.acm.model.ListTagsForCertificateResponse;
import software.amazon.awssdk.services.acm.paginators.ListCertificatesIterable;

/** An ACM that holds one certificate, proved by DNS and by mail. */
@SuppressWarnings("unchecked") // the SDK builders take a list of lambdas as varargs
final class FakeAcm implements AcmClient {

  static final String ARN = "arn:aws:acm:us-east-1:123456789012:certificate/1";

  String failure = "";
  String status = "ISSUED";
  String type = "AMAZON_ISSUED";
  int described;

  @Override
  public DescribeCertificateResponse describeCertificate(DescribeCertificateRequest request) {
    described++;
    if (!failure.isEmpty()) {
      throw error(failure, 400);
    }
    return DescribeCertificateResponse.builder().certificate(certificate()).build();
  }

  private CertificateDetail certificate() {
    return CertificateDetail.builder()
        .certificateArn(ARN)
        .domainName("ferry.example")
        .subjectAlternativeNames("ferry.example", "*.ferry.example")
        .status(status)
        .type(type)
        .keyAlgorithm("EC-prime256v1")
        .notAfter(Instant.parse("2027-05-01T00:00:00Z"))
        .options(o -> o.certificateTransparencyLoggingPreference("ENABLED"))
        .renewalEligibility("INELIGIBLE")
        .renewalSummary(s -> s.renewalStatus("SUCCESS").updatedAt(Instant.EPOCH))
        .domainValidationOptions(
            v ->
                v.domainName("ferry.example")
                    .validationMethod("DNS")
                    .resourceRecord(r -> r.name("_1.ferry.example.").type("CNAME").value("_2.")),
            v -> v.domainName("*.ferry.example").validationEmails("admin@ferry.example"))
        .build();
  }

  @Override
  public ListTagsForCertificateResponse listTagsForCertificate(
      ListTagsForCertificateRequest request) {
    return ListTagsForCertificateResponse.builder().tags(t -> t.key("Team").value("quay")).build();
  }

  @Override
  public ListCertificatesIterable listCertificatesPaginator(ListCertificatesRequest request) {
    return new ListCertificatesIterable(this, request);
  }

  @Override
  public ListCertificatesResponse listCertificates(ListCertificatesRequest request) {
    boolean everyKey = request.includes().keyTypesAsStrings().contains("EC_prime256v1");
    List<CertificateSummary> all =
        List.of(
            summary(ARN).status("ISSUED").build(),
            summary("tenants").managedBy("CLOUDFRONT").build(),
            summary("late").status("VALIDATION_TIMED_OUT").build());
    return ListCertificatesResponse.builder()
        .certificateSummaryList(everyKey ? all : List.of())
        .build();
  }

  private static CertificateSummary.Builder summary(String arn) {
    return CertificateSummary.builder().certificateArn(arn);
  }

  @Override
  public String serviceName() {
    return "acm";
  }

  @Override
  public void close() {}
}
