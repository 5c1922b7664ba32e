package dev.plumbline.engine;

import dev.plumbline.state.Value;
import java.util.Map;

/** What the provider's API says of one recorded resource now. */
public sealed interface Observation {

  /**
   * It is there.
   *
   * @param attributes what was observed, by Terraform's attribute names. A key that is present with
   *     {@link Value.Null#NULL} was looked at and is not set; a key that is absent was not looked
   *     at and is not compared.
   * @param moving the attributes that something other than a person or Terraform is expected to
   *     move here, each with what moves it; how they differ is reported and let be
   */
  record Found(Value.Mapping attributes, Map<String, String> moving) implements Observation {
    public Found {
      moving = Map.copyOf(moving);
    }

    /** Nothing of it moves by itself. */
    public Found(Value.Mapping attributes) {
      this(attributes, Map.of());
    }
  }

  /**
   * It is positively gone (law 1).
   *
   * @param evidence the not-found answer for this very id, or the complete listing that lacks it,
   *     in a short sentence
   */
  record Gone(String evidence) implements Observation {}

  /**
   * It could not be read. Never evidence of deletion.
   *
   * @param action the IAM action that failed, such as {@code sqs:GetQueueAttributes}
   * @param reason why, and what to do
   * @param fault what it lay in
   */
  record Unreadable(String action, String reason, Fault fault) implements Observation {

    /** For another reason than that the service did not answer. */
    public Unreadable(String action, String reason) {
      this(action, reason, Fault.OTHER);
    }
  }

  /** What a resource could not be read for. */
  enum Fault {
    /** The service failed, throttled or did not answer, to the last try. */
    SERVICE,
    /** A right that is missing, a wrong place, a change that is under way. */
    OTHER
  }

  /**
   * No reader exists for the type.
   *
   * @param reason why, in a short sentence
   */
  record Unsupported(String reason) implements Observation {}
}
