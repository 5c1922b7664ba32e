package dev.plumbline.engine.schema;

import java.util.Map;

/**
 * An attribute's type in Terraform's type system; blocks are lists, sets or single objects of their
 * attributes.
 */
public sealed interface Type {

  /** A string, number, bool, or a value that carries its own type. */
  enum Primitive implements Type {
    STRING,
    NUMBER,
    BOOL,
    DYNAMIC
  }

  /** Order matters. */
  record ListOf(Type element) implements Type {}

  /** Order and repetition do not matter. */
  record SetOf(Type element) implements Type {}

  /** String keys, values of one type. */
  record MapOf(Type element) implements Type {}

  /** Named attributes, each with a type of its own. */
  record ObjectOf(Map<String, Attribute> attributes) implements Type {
    public ObjectOf {
      attributes = Map.copyOf(attributes);
    }
  }
}
