package dev.plumbline.live.aws.firehose;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Data Firehose, with what makes each reader. */
public final class FirehoseTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_kinesis_firehose_delivery_stream", KinesisFirehoseDeliveryStream::new));

  private FirehoseTypes() {}
}
