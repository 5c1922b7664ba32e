package dev.plumbline.live.aws.cloudtrail;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of CloudTrail, with what makes each reader. */
public final class CloudTrailTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(Map.entry("aws_cloudtrail", Cloudtrail::new));

  private CloudTrailTypes() {}
}
