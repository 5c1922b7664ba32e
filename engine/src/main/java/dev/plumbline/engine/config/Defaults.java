package dev.plumbline.engine.config;

import java.util.Optional;

/**
 * What holds where a stack says nothing else.
 *
 * @param region the region of resources that nothing else places
 * @param publish where reports go
 */
public record Defaults(Optional<String> region, Publish publish) {

  /** Nothing is set. */
  public static final Defaults NONE = new Defaults(Optional.empty(), Publish.NOWHERE);
}
