package dev.plumbline.engine;

import dev.plumbline.engine.schema.TypeSchema;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The port to what is known of resource types. Implementations are thread-safe and load a type on
 * first use.
 */
public interface TypeCatalog {

  /** The types that can be observed. */
  SortedSet<String> types();

  /** A type's schema and rules; empty where there is no reader for it. */
  Optional<Description> describe(String type);

  /** A type's schema and rules. */
  record Description(TypeSchema schema, TypeRules rules) {}
}
