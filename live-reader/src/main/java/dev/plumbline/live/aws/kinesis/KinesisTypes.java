package dev.plumbline.live.aws.kinesis;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Kinesis Data Streams, with what makes each reader. */
public final class KinesisTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(Map.entry("aws_kinesis_stream", KinesisStream::new));

  private KinesisTypes() {}
}
