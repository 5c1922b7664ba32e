package dev.plumbline.publish.sns;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Sends one SNS message per stack, and only when its drift is another than that of the last
 * message. A fingerprint is kept after its message was accepted: where keeping it fails, a message
 * may come twice, but none is lost. Thread-safe as far as its client and its store are.
 */
public final class SnsAlert {

  private final SnsClient sns;
  private final String topicArn;
  private final LastFingerprint last;

  public SnsAlert(SnsClient sns, String topicArn, LastFingerprint last) {
    this.sns = sns;
    this.topicArn = topicArn;
    this.last = last;
  }

  /**
   * What was done for one stack.
   *
   * @param note why no message was sent, "" where one was
   */
  public record Result(String stack, boolean sent, String note) {}

  /**
   * Alerts of every stack in the report whose drift changed.
   *
   * @throws PublishException where any message could not be sent; those of the other stacks were
   */
  public List<Result> publish(Report report) throws PublishException {
    List<Result> results = new ArrayList<>();
    Optional<PublishException> failure = Optional.empty();
    for (StackReport stack : report.stacks()) {
      try {
        results.add(publish(report, stack));
      } catch (SdkException | IOException e) {
        PublishException failed = failed(stack, e);
        failure.ifPresent(failed::addSuppressed);
        failure = Optional.of(failed);
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return results;
  }

  private Result publish(Report report, StackReport stack) throws IOException {
    if (stack.status() != StackStatus.SCANNED) {
      return quiet(stack, "the stack was not scanned");
    }
    Findings findings = Findings.of(stack);
    Optional<String> before = last.get(stack.stack());
    if (before.isPresent() && before.get().equals(stack.fingerprint())) {
      return quiet(stack, "the drift is the same as in the last message");
    }
    if (findings.drift().isEmpty() && before.isEmpty()) {
      return quiet(stack, "no drift");
    }
    if (findings.drift().isEmpty() && unread(stack)) {
      return quiet(stack, "no drift in what could be read; the last message stands");
    }
    sns.publish(new DriftMessage(report, findings).request(topicArn, before.orElse("")));
    last.put(stack.stack(), stack.fingerprint());
    return new Result(stack.stack(), true, "");
  }

  /** What drifted before may be among what could not be read (law 4). */
  private static boolean unread(StackReport stack) {
    return stack.resources().stream().anyMatch(each -> each.status() == Report.Status.UNREADABLE);
  }

  private static Result quiet(StackReport stack, String why) {
    return new Result(stack.stack(), false, why);
  }

  private PublishException failed(StackReport stack, Exception e) {
    return new PublishException(
        "Sending the SNS message of stack %s to %s failed: %s."
            .formatted(
                Plain.line(stack.stack(), 100),
                Plain.line(topicArn, 200),
                e.getClass().getSimpleName()),
        "Allow sns:Publish on the topic (and its KMS key), and check that it exists.",
        e);
  }
}
