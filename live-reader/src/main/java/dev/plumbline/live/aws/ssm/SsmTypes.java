package dev.plumbline.live.aws.ssm;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Systems Manager, with what makes each reader. */
public final class SsmTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(Map.entry("aws_ssm_parameter", SsmParameter::new));

  private SsmTypes() {}
}
