package dev.plumbline.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reads cty's type expressions and holds values against them. */
final class CtyTypes {

  private CtyTypes() {}

  static Optional<CtyType> parse(Value expression) {
    return switch (expression) {
      case Value.Text(var name) -> primitive(name);
      case Value.Listing(var parts) when parts.size() >= 2 ->
          compound(parts.getFirst().text(), parts.get(1), parts.size());
      case Value.Listing _, Value.Null _, Value.Bool _, Value.Num _, Value.Mapping _ ->
          Optional.empty();
    };
  }

  private static Optional<CtyType> primitive(String name) {
    return switch (name) {
      case "string" -> Optional.of(CtyType.Primitive.STRING);
      case "number" -> Optional.of(CtyType.Primitive.NUMBER);
      case "bool" -> Optional.of(CtyType.Primitive.BOOL);
      case "dynamic" -> Optional.of(CtyType.Primitive.DYNAMIC);
      default -> Optional.empty();
    };
  }

  private static Optional<CtyType> compound(String kind, Value of, int parts) {
    // Only an object has a third part: the names of its optional attributes.
    if (parts > (kind.equals("object") ? 3 : 2)) {
      return Optional.empty();
    }
    return switch (kind) {
      case "list" -> parse(of).map(CtyType.ListOf::new);
      case "set" -> parse(of).map(CtyType.SetOf::new);
      case "map" -> parse(of).map(CtyType.MapOf::new);
      case "tuple" -> tuple(of);
      case "object" -> object(of);
      default -> Optional.empty();
    };
  }

  private static Optional<CtyType> tuple(Value of) {
    if (!(of instanceof Value.Listing(var items))) {
      return Optional.empty();
    }
    List<CtyType> elements = new ArrayList<>();
    items.forEach(item -> parse(item).ifPresent(elements::add));
    return elements.size() == items.size()
        ? Optional.of(new CtyType.TupleOf(elements))
        : Optional.empty();
  }

  private static Optional<CtyType> object(Value of) {
    if (!(of instanceof Value.Mapping(var entries))) {
      return Optional.empty();
    }
    Map<String, CtyType> attributes = new TreeMap<>();
    entries.forEach((name, type) -> parse(type).ifPresent(known -> attributes.put(name, known)));
    return attributes.size() == entries.size()
        ? Optional.of(new CtyType.ObjectOf(attributes))
        : Optional.empty();
  }

  static boolean admits(CtyType type, Value value) {
    return value instanceof Value.Null
        || switch (type) {
          case CtyType.Primitive.STRING -> value instanceof Value.Text;
          case CtyType.Primitive.NUMBER -> value instanceof Value.Num;
          case CtyType.Primitive.BOOL -> value instanceof Value.Bool;
          case CtyType.Primitive.DYNAMIC -> DynamicValue.of(value).isPresent();
          case CtyType.ListOf(var element) -> allOf(element, value);
          case CtyType.SetOf(var element) -> allOf(element, value);
          case CtyType.MapOf(var element) ->
              value instanceof Value.Mapping(var entries)
                  && entries.values().stream().allMatch(element::admits);
          case CtyType.TupleOf(var elements) ->
              value instanceof Value.Listing(var items)
                  && items.size() == elements.size()
                  && IntStream.range(0, items.size())
                      .allMatch(i -> elements.get(i).admits(items.get(i)));
          case CtyType.ObjectOf(var attributes) ->
              value instanceof Value.Mapping(var entries)
                  && entries.keySet().equals(attributes.keySet())
                  && entries.entrySet().stream()
                      .allMatch(
                          entry ->
                              admits(
                                  Objects.requireNonNull(attributes.get(entry.getKey())),
                                  entry.getValue()));
        };
  }

  private static boolean allOf(CtyType element, Value value) {
    return value instanceof Value.Listing(var items) && items.stream().allMatch(element::admits);
  }
}
