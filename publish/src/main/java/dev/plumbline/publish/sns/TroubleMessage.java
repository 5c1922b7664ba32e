package dev.plumbline.publish.sns;

import dev.plumbline.publish.escape.Plain;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** A message that says why issues cannot be written, and what to do. */
public final class TroubleMessage {

  private static final int SENTENCE = 1_000;

  private TroubleMessage() {}

  /**
   * The message; its texts may hold data.
   *
   * @param kind a word for the trouble, on which subscribers may filter
   */
  public static PublishRequest of(
      String topicArn, String repository, String kind, String why, String action) {
    return Envelope.to(topicArn, "issues of %s cannot be written".formatted(repository))
        .message(
            "%s\n%s\nNo report is lost: it lies in the report bucket, and issues follow once this is put right.\n"
                .formatted(Plain.message(why, SENTENCE), Plain.message(action, SENTENCE)))
        .messageAttributes(
            Map.of("status", Envelope.string("TROUBLE"), "trouble", Envelope.string(kind)))
        .build();
  }
}
