package dev.plumbline.live.aws.ecr;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of ECR, with what makes each reader. */
public final class EcrTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_ecr_lifecycle_policy", EcrLifecyclePolicy::new),
          Map.entry("aws_ecr_repository", EcrRepository::new),
          Map.entry("aws_ecr_repository_policy", EcrRepositoryPolicy::new));

  private EcrTypes() {}
}
