package dev.plumbline.live.aws.s3control;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of S3 Control, with what makes each reader. */
public final class S3ControlTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_s3_account_public_access_block", S3AccountPublicAccessBlock::new));

  private S3ControlTypes() {}
}
