package dev.plumbline.live.aws;

import dev.plumbline.engine.Observation;

/**
 * A call that did not answer the question. It is never evidence that a resource is gone. The
 * message holds the reason and what to do, no request content.
 */
public final class ReadFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of failure; decides the advice and whether to go on asking. */
  public enum Kind {
    DENIED,
    CREDENTIALS,
    THROTTLED,
    UNAVAILABLE,
    TIMED_OUT,
    WRONG_PLACE,
    IN_TRANSITION,
    UNEXPECTED
  }

  private final Kind kind;
  private final String action;

  public ReadFailure(Kind kind, String action, String reason, Throwable cause) {
    super(reason, cause);
    this.kind = kind;
    this.action = action;
  }

  public ReadFailure(Kind kind, String action, String reason) {
    super(reason);
    this.kind = kind;
    this.action = action;
  }

  public Kind kind() {
    return kind;
  }

  /** The IAM action that the call needs, such as {@code sqs:GetQueueAttributes}. */
  public String action() {
    return action;
  }

  /** What is observed of a resource that could not be read for it. */
  Observation.Unreadable observation() {
    return new Observation.Unreadable(
        action,
        reason(),
        switch (kind) {
          case THROTTLED, UNAVAILABLE, TIMED_OUT -> Observation.Fault.SERVICE;
          case DENIED, CREDENTIALS, WRONG_PLACE, IN_TRANSITION, UNEXPECTED ->
              Observation.Fault.OTHER;
        });
  }

  /** The reason and what to do about it, in a sentence or two. */
  public String reason() {
    String message = getMessage();
    return message == null ? kind.name() : message;
  }
}
