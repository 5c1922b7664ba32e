package dev.plumbline.remediation.plan;

import dev.plumbline.remediation.Plan.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * A plan as its JSON tells it. {@link #toString()} counts and quotes nothing.
 *
 * @param changes every resource it speaks of, in its order
 * @param drift what a refresh found
 * @param outputs the names of the outputs that change
 * @param beyond what else it would do that is no change of a resource, such as invoking an action
 * @param secrets what it marks as sensitive, or looks it, wherever it stands
 * @param errored whether it could not be finished
 * @param made when, as the tool says it
 */
public record ProposedPlan(
    List<PlannedChange> changes,
    List<PlannedChange> drift,
    List<String> outputs,
    List<String> beyond,
    Set<String> secrets,
    boolean errored,
    Optional<Instant> made) {

  public ProposedPlan {
    changes = List.copyOf(changes);
    drift = List.copyOf(drift);
    outputs = List.copyOf(outputs);
    beyond = List.copyOf(beyond);
    secrets = Set.copyOf(secrets);
  }

  /**
   * What it does: its changes, or of a refresh what that found.
   *
   * @param refreshOnly whether only the state is to change
   */
  public List<PlannedChange> steps(boolean refreshOnly) {
    return (refreshOnly ? drift : changes)
        .stream().filter(change -> change.step().isPresent()).toList();
  }

  /**
   * The same by address; where an address has several objects, the gravest step.
   *
   * @param refreshOnly whether only the state is to change
   */
  public SequencedMap<String, Step> actions(boolean refreshOnly) {
    TreeMap<String, Step> actions = new TreeMap<>();
    for (PlannedChange change : steps(refreshOnly)) {
      change.step().ifPresent(step -> actions.merge(change.address(), step, ProposedPlan::graver));
    }
    return actions;
  }

  private static Step graver(Step one, Step other) {
    return gravity(one) >= gravity(other) ? one : other;
  }

  private static int gravity(Step step) {
    return switch (step) {
      case READ -> 0;
      case REFRESH -> 1;
      case UPDATE -> 2;
      case CREATE -> 3;
      case FORGET -> 4;
      case REPLACE -> 5;
      case DESTROY -> 6;
    };
  }

  @Override
  public String toString() {
    return "a plan of %d changes".formatted(changes.size());
  }
}
