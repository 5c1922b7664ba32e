package dev.plumbline.engine.redact;

import dev.plumbline.engine.redact.Step.Element;
import dev.plumbline.engine.redact.Step.Member;
import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.engine.schema.Type.ListOf;
import dev.plumbline.engine.schema.Type.MapOf;
import dev.plumbline.engine.schema.Type.ObjectOf;
import dev.plumbline.engine.schema.Type.Primitive;
import dev.plumbline.engine.schema.Type.SetOf;
import java.util.List;
import java.util.Optional;

/**
 * A place in a resource's attributes, and what is known of the values at it.
 *
 * @param sensitive marked by the state or the schema, here or above
 * @param suspicion what the names down to here say
 * @param type the schema's type; empty inside documents and where there is no schema
 * @param marks the state's marks below here, as the names that lead to them
 */
record Place(
    boolean sensitive, SuspiciousName suspicion, Optional<Type> type, List<List<String>> marks) {

  /**
   * The whole resource. An index in a mark means every element: what is observed need not stand
   * where it was recorded.
   */
  static Place root(List<String> sensitivePaths, Optional<Type> type) {
    List<List<String>> marks =
        sensitivePaths.stream()
            .map(
                path ->
                    Step.of(path).stream()
                        .filter(Member.class::isInstance)
                        .map(step -> ((Member) step).name())
                        .toList())
            .toList();
    return new Place(marks.contains(List.of()), SuspiciousName.NO, type, marks);
  }

  Place into(Step step) {
    return switch (step) {
      case Element _ -> element();
      case Member(var name) -> member(name);
    };
  }

  Place into(List<Step> steps) {
    Place place = this;
    for (Step step : steps) {
      place = place.into(step);
    }
    return place;
  }

  Place element() {
    return new Place(sensitive, suspicion, type.flatMap(Place::elementType), marks);
  }

  Place member(String name) {
    Optional<Attribute> attribute = type.flatMap(each -> attribute(each, name));
    List<List<String>> below =
        marks.stream()
            .filter(mark -> !mark.isEmpty() && mark.getFirst().equals(name))
            .map(mark -> mark.subList(1, mark.size()))
            .toList();
    return new Place(
        sensitive
            || below.contains(List.of())
            || attribute.filter(Attribute::sensitive).isPresent(),
        suspicion(SuspiciousName.of(name), name),
        attribute.map(Attribute::type).or(() -> type.flatMap(Place::valueType)),
        below);
  }

  /** The same place, once a label beside it ({@code name = "DB_PASSWORD"}) is known. */
  Place labelled(String label) {
    return new Place(sensitive, suspicion(SuspiciousName.of(label), label), type, marks);
  }

  /** The inside of a JSON document that stands here as text. */
  Place document() {
    return new Place(sensitive, suspicion, Optional.empty(), marks);
  }

  private SuspiciousName suspicion(SuspiciousName own, String name) {
    return switch (suspicion) {
      case NEVER -> SuspiciousName.NEVER;
      case YES -> SuspiciousName.saysAbout(name) ? SuspiciousName.NO : SuspiciousName.YES;
      case PERHAPS -> own == SuspiciousName.NO ? SuspiciousName.PERHAPS : own;
      case NO -> own;
    };
  }

  private static Optional<Type> elementType(Type type) {
    return switch (type) {
      case ListOf(var element) -> Optional.of(element);
      case SetOf(var element) -> Optional.of(element);
      case ObjectOf _, MapOf _ -> Optional.of(type);
      case Primitive _ -> Optional.empty();
    };
  }

  private static Optional<Type> valueType(Type type) {
    return switch (type) {
      case MapOf(var element) -> Optional.of(element);
      case ListOf _, SetOf _, ObjectOf _, Primitive _ -> Optional.empty();
    };
  }

  /** A path may leave the index of a block out. */
  private static Optional<Attribute> attribute(Type type, String name) {
    return switch (type) {
      case ObjectOf(var attributes) -> Optional.ofNullable(attributes.get(name));
      case ListOf(var element) -> attribute(element, name);
      case SetOf(var element) -> attribute(element, name);
      case MapOf _, Primitive _ -> Optional.empty();
    };
  }
}
