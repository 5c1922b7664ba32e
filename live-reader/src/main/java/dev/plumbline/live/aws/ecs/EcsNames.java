package dev.plumbline.live.aws.ecs;

import dev.plumbline.engine.Observation;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.Failure;

/**
 * What clusters and services have in common: names in ARNs, and answers about what is not there.
 */
final class EcsNames {

  private EcsNames() {}

  /** The last part of an ARN, the name; a name is itself. */
  static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /**
   * What ECS's failures say about that name: gone only where its reason is MISSING.
   *
   * @param action the IAM action of the call that answered them
   */
  static Observation failed(String action, String name, List<Failure> failures) {
    String reason =
        failures.stream()
            .filter(failure -> failure.arn() != null && last(failure.arn()).equals(name))
            .map(failure -> String.valueOf(failure.reason()))
            .findFirst()
            .orElse("nothing about it");
    return reason.equals("MISSING")
        ? new Observation.Gone(action + " says that it is MISSING")
        : new Observation.Unreadable(
            action, "%s answered %s. Scan again later.".formatted(action, reason));
  }

  /** In a state in which comparing would be wrong. */
  static Observation moving(String action, String status) {
    return new Observation.Unreadable(
        action, "in transition (%s); read again later.".formatted(status));
  }
}
