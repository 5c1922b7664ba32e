package dev.plumbline.engine.compare;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.TypeCatalog.Description;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.engine.compare.Siblings.Owned;
import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Compares a recorded resource with its observed attributes. An attribute that was not observed,
 * that no API returns or that this provider version does not know is not compared, and is counted
 * so. Thread-safe.
 *
 * @param siblings who owns parts of whom in this state
 */
public record Comparison(Siblings siblings) {

  private static final Set<String> TAGS = Set.of("tags", "tags_all");

  /**
   * What comparing one resource gave.
   *
   * @param changes in the order of the attributes' names
   * @param compared how many attributes were compared
   * @param recorded how many the state records
   */
  public record Result(List<Change> changes, int compared, int recorded) {}

  /**
   * Compares.
   *
   * @param observed what the reader looked at, by Terraform's names
   * @param tags which tags count
   */
  public Result compare(
      Description type, RecordedResource resource, Value.Mapping observed, Tags tags) {
    Differences differences = new Differences(new Sameness(type.rules().meanings()));
    List<Change> changes = new ArrayList<>();
    int compared = 0;
    for (String name : resource.attributes().entries().keySet()) {
      Optional<Attribute> attribute = comparable(type, name, observed);
      if (attribute.isPresent()) {
        compared++;
        changes.addAll(
            attribute(differences, type.rules(), resource, name, attribute.get(), observed));
      }
    }
    int tagAttributes = tagAttributes(resource);
    if (observed.entries().containsKey("tags_all") && tagAttributes > 0) {
      compared += tagAttributes;
      Tags own = tags.without(siblings.ownedTags(resource));
      changes.addAll(own.changes(resource.attributes(), observed.at("tags_all")));
    }
    return new Result(changes, compared, resource.attributes().entries().size());
  }

  private static int tagAttributes(RecordedResource resource) {
    return (int) TAGS.stream().filter(resource.attributes().entries()::containsKey).count();
  }

  private static Optional<Attribute> comparable(
      Description type, String name, Value.Mapping observed) {
    return type.schema()
        .attribute(name)
        .filter(_ -> !TAGS.contains(name))
        .filter(_ -> observed.entries().containsKey(name))
        .filter(_ -> !type.rules().unobservable().containsKey(name));
  }

  private List<Change> attribute(
      Differences differences,
      TypeRules rules,
      RecordedResource resource,
      String name,
      Attribute attribute,
      Value.Mapping observed) {
    Value expected = resource.at(name);
    Value actual = observed.at(name);
    if (attribute.onlyComputed() && expected.isEmpty()) {
      return List.of();
    }
    Optional<Function<Value, List<Value>>> split = Optional.ofNullable(rules.parts().get(name));
    return switch (siblings.owned(resource, name, rules.siblings())) {
      case Owned.Everything() -> List.of();
      case Owned.Nothing() ->
          split
              .map(
                  parts ->
                      parts(
                          differences, name, attribute, parts.apply(expected), parts.apply(actual)))
              .orElseGet(() -> differences.between(name, name, attribute.type(), expected, actual));
      case Owned.Elements(var recorded, var now) -> {
        Function<Value, List<Value>> parts = split.orElse(Value::items);
        yield parts(
            differences,
            name,
            attribute,
            without(parts.apply(expected), recorded, Set.of()),
            without(parts.apply(actual), recorded, now));
      }
    };
  }

  private static List<Change> parts(
      Differences differences,
      String name,
      Attribute attribute,
      List<Value> expected,
      List<Value> actual) {
    Type element = anything(Sameness.elementOf(attribute.type()));
    Change change = differences.set(name, name, element, Value.of(expected), Value.of(actual));
    return change.items().isEmpty() ? List.of() : List.of(change);
  }

  /**
   * Parts are made by the type's own rules, in a form the schema does not know: they are compared
   * exactly.
   */
  private static Type anything(Type element) {
    return element instanceof Type.ObjectOf ? Type.Primitive.DYNAMIC : element;
  }

  private static List<Value> without(List<Value> values, Set<Value> some, Set<Value> others) {
    return values.stream().filter(each -> !some.contains(each) && !others.contains(each)).toList();
  }
}
