package dev.plumbline.engine.schema;

import java.util.Collections;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A resource type's attributes, by name, in alphabetical order.
 *
 * @param type the resource type, such as {@code aws_vpc}
 * @param attributes its attributes and blocks
 */
public record TypeSchema(String type, SequencedMap<String, Attribute> attributes) {
  public TypeSchema {
    attributes = Collections.unmodifiableSequencedMap(new TreeMap<>(attributes));
  }

  /** The attribute of that name; empty where this provider version does not know it. */
  public Optional<Attribute> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }
}
