package dev.plumbline.live.aws.acm;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of ACM, with what makes each reader. */
public final class AcmTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_acm_certificate", AcmCertificate::new),
          Map.entry("aws_acm_certificate_validation", AcmCertificateValidation::new));

  private AcmTypes() {}
}
