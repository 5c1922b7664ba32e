package dev.plumbline.live.aws;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * One AWS resource type: how it is observed and what is odd about it. Implementations are
 * stateless, cheap to make and thread-safe; they hold no client.
 */
public interface ResourceType {

  /** The Terraform type, such as {@code aws_sqs_queue}. */
  String name();

  /** Every IAM action that observing or discovering it may need. */
  SortedSet<String> actions();

  /** What is odd about comparing it. */
  default TypeRules rules() {
    return TypeRules.PLAIN;
  }

  /** True where it belongs to an account and no region, like all of IAM. */
  default boolean global() {
    return false;
  }

  /**
   * The attributes that hold its own ARN, which tells its account and region; none where what they
   * hold is another's.
   */
  default List<String> arns() {
    return List.of("arn", "id");
  }

  /**
   * The resource it is a part of, whose account and region it shares where it records none of its
   * own.
   */
  default Optional<Parent> parent() {
    return Optional.empty();
  }

  /**
   * Observes every resource of the batch with as few calls as the API allows.
   *
   * @return one observation for each of the batch's resources, in their order
   * @throws ReadFailure where none of them could be read; the caller answers Unreadable for each
   */
  List<Observation> observe(Batch batch);

  /**
   * Lists what exists of this type in the scope, as the ids that {@code terraform import} takes.
   * Empty where the type cannot be listed. The provider's and the account's own defaults are left
   * out.
   *
   * @throws ReadFailure where the listing did not complete
   */
  default List<String> discover(AwsScope scope) {
    return List.of();
  }

  /**
   * Which things of these names exist and would be discovered, for somebody who hears of a few that
   * were made. Types that can be asked by name override it; a listing answers for the others, of
   * the scope's recorded resources alone where that is how the type lists.
   *
   * @param names ids, names and ARNs as a record of a change has them; some may mean something else
   * @return import ids
   * @throws ReadFailure where nobody can tell
   */
  default List<String> discover(AwsScope scope, Set<String> names) {
    return discover(scope).stream().filter(names::contains).toList();
  }

  /**
   * The import ids of what a recorded resource of this type stands for; compared with what was
   * discovered.
   */
  default List<String> importIds(RecordedResource resource) {
    return List.of(resource.id());
  }

  /**
   * How the provider's records of changes name it, where its id, ARN and name under their usual
   * names do not say it: the parameter of a call, and the attribute that holds what it names.
   */
  default Map<String, String> parameters() {
    return Map.of();
  }

  /**
   * The action by which alone the part of a resource is read that this call changes; empty where
   * all of it is to be read. Of types that are part of another, only those that have the action are
   * concerned.
   */
  default Optional<String> aspect(String call) {
    return Optional.empty();
  }

  /**
   * The attributes that each of the actions shows by itself, which {@link #aspect} may name; what
   * none of them shows is no part of its own.
   */
  default Map<String, Set<String>> aspects() {
    return Map.of();
  }

  /**
   * The calls that make one, where their names do not say so: {@code CreateQueue} makes a queue,
   * and is not named here.
   */
  default Set<String> creations() {
    return Set.of();
  }

  /**
   * A parent.
   *
   * @param type its resource type
   * @param theirs the parent's attribute that {@code ours} names
   * @param ours this type's attribute
   */
  record Parent(String type, String theirs, String ours) {}
}
