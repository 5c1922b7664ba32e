package dev.plumbline.engine;

import dev.plumbline.state.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Another resource type that may own a part of this one (law 2: one change, one finding). Where the
 * same state holds such a resource whose attribute {@code theirs} names this one's {@code ours},
 * what it owns is judged there.
 *
 * @param attribute this type's attribute that the other may own, or own elements of
 * @param type the other type, such as {@code aws_s3_bucket_policy}
 * @param theirs the other's attribute that names this resource; a list names each of its elements
 * @param ours this resource's attribute that is named
 * @param elements the elements the other owns, from its attributes, in the form that {@link
 *     TypeRules#parts()} gives them; empty where the other owns the whole attribute
 */
public record Sibling(
    String attribute,
    String type,
    String theirs,
    String ours,
    Optional<Function<Value.Mapping, List<Value>>> elements) {

  /** A sibling that owns the whole attribute. */
  public static Sibling whole(String attribute, String type, String theirs, String ours) {
    return new Sibling(attribute, type, theirs, ours, Optional.empty());
  }

  /** A sibling that owns some elements of the attribute. */
  public static Sibling elements(
      String attribute,
      String type,
      String theirs,
      String ours,
      Function<Value.Mapping, List<Value>> elements) {
    return new Sibling(attribute, type, theirs, ours, Optional.of(elements));
  }
}
