package dev.plumbline.live.aws.acm;

import dev.plumbline.live.aws.AwsScope;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.DescribeCertificateResponse;

/**
 * Certificates as ACM describes them, each asked for once in a scan. The list is of no use for it:
 * it lacks validation and options.
 */
final class Certificates {

  static final String DESCRIBE = "acm:DescribeCertificate";

  private static final Set<String> NOT_FOUND = Set.of("ResourceNotFoundException");

  private Certificates() {}

  /** The certificate of that ARN; empty where ACM says that it does not exist. */
  static Optional<CertificateDetail> describe(AwsScope scope, String arn) {
    AcmClient acm = client(scope);
    return scope.shared(
        DESCRIBE + " of " + arn,
        () ->
            scope
                .find(
                    DESCRIBE, NOT_FOUND, () -> acm.describeCertificate(r -> r.certificateArn(arn)))
                .map(DescribeCertificateResponse::certificate));
  }

  static AcmClient client(AwsScope scope) {
    return scope.client(AcmClient.class, AcmClient::builder);
  }
}
