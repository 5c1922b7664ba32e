package dev.plumbline.state;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A value as a state or a provider gives it: JSON's six kinds, immutable. Maps iterate in key
 * order, so that what is printed of them never depends on the run. Equality is exact: by kind and
 * content, numbers by amount ({@code 1} equals {@code 1.0}). Equality <em>by meaning</em> (null
 * against empty, sets, documents) is the engine's.
 */
public sealed interface Value {

  /** Absent, or known to be null. */
  enum Null implements Value {
    NULL
  }

  /** True or false. */
  record Bool(boolean value) implements Value {}

  /** A number of any size; trailing zeros are dropped, so that equal amounts are equal values. */
  record Num(BigDecimal value) implements Value {
    public Num {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    public Num(long value) {
      this(BigDecimal.valueOf(value));
    }
  }

  /** A string. */
  record Text(String value) implements Value {}

  /** An ordered list; whether order matters is the schema's to say. */
  record Listing(List<Value> items) implements Value {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /** An object or map, in key order. */
  record Mapping(SequencedMap<String, Value> entries) implements Value {
    public Mapping {
      entries = Collections.unmodifiableSequencedMap(new TreeMap<>(entries));
    }

    public Mapping(Map<String, Value> entries) {
      this(new TreeMap<>(entries));
    }

    /** The value under that key, {@link Null#NULL} where there is none. */
    @Override
    public Value at(String key) {
      return entries.getOrDefault(key, Null.NULL);
    }
  }

  /** The absent value. */
  static Value none() {
    return Null.NULL;
  }

  static Value of(boolean value) {
    return new Bool(value);
  }

  static Value of(long value) {
    return new Num(value);
  }

  static Value of(String value) {
    return new Text(value);
  }

  static Value of(List<? extends Value> items) {
    return new Listing(List.copyOf(items));
  }

  static Mapping of(Map<String, ? extends Value> entries) {
    return new Mapping(new TreeMap<>(entries));
  }

  /** Law 2: null, the empty string, the empty list and the empty map say the same thing. */
  default boolean isEmpty() {
    return switch (this) {
      case Null _ -> true;
      case Bool _, Num _ -> false;
      case Text(var text) -> text.isEmpty();
      case Listing(var items) -> items.isEmpty();
      case Mapping(var entries) -> entries.isEmpty();
    };
  }

  /** The member under that key where this is a map that has it, {@link Null#NULL} otherwise. */
  default Value at(String key) {
    return Null.NULL;
  }

  /** The string this is, or "" where it is anything else. */
  default String text() {
    return this instanceof Text(var text) ? text : "";
  }

  /** The elements of a list; nothing where this is anything else. */
  default List<Value> items() {
    return List.of();
  }
}
