package dev.plumbline.live.aws.kms;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of KMS, with what makes each reader. */
public final class KmsTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_kms_alias", KmsAlias::new),
          Map.entry("aws_kms_grant", KmsGrant::new),
          Map.entry("aws_kms_key", KmsKey::new),
          Map.entry("aws_kms_key_policy", KmsKeyPolicy::new));

  private KmsTypes() {}
}
