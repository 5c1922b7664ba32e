package dev.plumbline.state;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A type of Terraform's type system (cty), as states write it beside a dynamic value: {@code
 * "string"}, {@code ["list","string"]}, {@code ["object",{"a":"number"}]}. Immutable.
 */
public sealed interface CtyType {

  /** The types without parts; {@code DYNAMIC} stands for a part that carries its own type. */
  enum Primitive implements CtyType {
    STRING,
    NUMBER,
    BOOL,
    DYNAMIC
  }

  /** An ordered list. */
  record ListOf(CtyType element) implements CtyType {}

  /** A set: written as a list whose order says nothing. */
  record SetOf(CtyType element) implements CtyType {}

  /** A map of one type of value. */
  record MapOf(CtyType element) implements CtyType {}

  /** A list with one type for each place. */
  record TupleOf(List<CtyType> elements) implements CtyType {
    public TupleOf {
      elements = List.copyOf(elements);
    }
  }

  /** An object with one type for each attribute, in key order. */
  record ObjectOf(SequencedMap<String, CtyType> attributes) implements CtyType {
    public ObjectOf {
      attributes = Collections.unmodifiableSequencedMap(new TreeMap<>(attributes));
    }

    public ObjectOf(Map<String, CtyType> attributes) {
      this(new TreeMap<>(attributes));
    }
  }

  /** The type that expression writes; nothing where it is no type expression. */
  static Optional<CtyType> of(Value expression) {
    return CtyTypes.parse(expression);
  }

  /** Whether a value, as JSON, is one of this type. Null is one of every type. */
  default boolean admits(Value value) {
    return CtyTypes.admits(this, value);
  }
}
