package dev.plumbline.live.aws.secretsmanager;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Secrets Manager, with what makes each reader. */
public final class SecretsmanagerTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_secretsmanager_secret", SecretsmanagerSecret::new),
          Map.entry("aws_secretsmanager_secret_policy", SecretsmanagerSecretPolicy::new),
          Map.entry("aws_secretsmanager_secret_version", SecretsmanagerSecretVersion::new));

  private SecretsmanagerTypes() {}
}
