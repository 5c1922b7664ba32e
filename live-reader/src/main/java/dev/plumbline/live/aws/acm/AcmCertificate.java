package dev.plumbline.live.aws.acm;

import static dev.plumbline.engine.Meaning.INSTANT;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;

/**
 * {@code aws_acm_certificate}, named by its ARN: two calls each, for itself and its tags. One whose
 * validation timed out counts as gone, as it does for the provider.
 */
public final class AcmCertificate implements ResourceType {

  private static final String TAGS = "acm:ListTagsForCertificate";
  private static final String LIST = "acm:ListCertificates";

  @Override
  public String name() {
    return "aws_acm_certificate";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Certificates.DESCRIBE, TAGS, TagIndex.ACTION, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(INSTANT, "not_after", "not_before", "renewal_summary.updated_at")
        .withUnobservable(
            "only sent when a certificate is imported",
            "certificate_body",
            "certificate_chain",
            "private_key")
        .withUnobservable("only sent when a certificate is requested", "validation_option")
        .withUnobservable("only Terraform knows it: when it renews", "early_renewal_duration")
        .withUnobservable("Terraform works it out of the time of day", "pending_renewal");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded ->
            Certificates.describe(batch.scope(), recorded.id())
                .map(certificate -> observed(batch, certificate, recorded))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            Certificates.DESCRIBE + " says that the certificate does not exist")));
  }

  private static Observation observed(
      Batch batch, CertificateDetail certificate, RecordedResource recorded) {
    if (certificate.status() == CertificateStatus.VALIDATION_TIMED_OUT) {
      return new Observation.Gone(
          Certificates.DESCRIBE + " says that its validation timed out, which ends it");
    }
    return CertificateAttributes.read(certificate, recorded, batch.attributes())
        .put("id", recorded.id())
        .tags(tags(batch.scope(), recorded.id()))
        .found();
  }

  private static Map<String, String> tags(AwsScope scope, String arn) {
    AcmClient acm = Certificates.client(scope);
    return scope.tagList(
        arn,
        () ->
            scope.call(TAGS, () -> acm.listTagsForCertificate(r -> r.certificateArn(arn))).tags());
  }

  /** Unless it is told the key algorithms, ACM lists those of short RSA keys alone. */
  @Override
  public List<String> discover(AwsScope scope) {
    AcmClient acm = Certificates.client(scope);
    return scope.call(
        LIST,
        () ->
            acm
                .listCertificatesPaginator(
                    r ->
                        r.maxItems(1_000)
                            .includes(types -> types.keyTypes(KeyAlgorithm.knownValues())))
                .certificateSummaryList()
                .stream()
                .filter(AcmCertificate::own)
                .map(CertificateSummary::certificateArn)
                .toList());
  }

  /** Not one that CloudFront keeps for itself, and none whose validation timed out. */
  private static boolean own(CertificateSummary certificate) {
    return certificate.managedBy() == null
        && certificate.status() != CertificateStatus.VALIDATION_TIMED_OUT;
  }
}
