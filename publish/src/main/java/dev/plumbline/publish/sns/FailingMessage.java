package dev.plumbline.publish.sns;

import dev.plumbline.engine.store.FailingStacks.Streak;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Plain;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** A message that names stacks which could not be scanned for several runs in a row. */
public final class FailingMessage {

  private static final int LISTED = 100;
  private static final int NAME = 200;

  private FailingMessage() {}

  /** The message; the stacks' names are data. */
  public static PublishRequest of(String topicArn, List<Streak> stacks) {
    StringBuilder text =
        new StringBuilder("Nobody knows what drifts in these, until they are scanned again:\n\n");
    for (Streak stack : stacks.stream().limit(LISTED).toList()) {
      text.append(
          "%s: not scanned in %s in a row\n"
              .formatted(Plain.message(stack.stack(), NAME), Phrases.count(stack.runs(), "run")));
    }
    if (stacks.size() > LISTED) {
      text.append("and %,d more\n".formatted(stacks.size() - LISTED));
    }
    text.append("\nWhat to do: docs/runbooks/stacks-failing.md\n");
    String subject = Phrases.count(stacks.size(), "stack") + " could not be scanned repeatedly";
    return Envelope.to(topicArn, subject)
        .message(text.toString())
        .messageAttributes(
            Map.of(
                "status", Envelope.string("TROUBLE"), "trouble", Envelope.string("stacks-failing")))
        .build();
  }
}
