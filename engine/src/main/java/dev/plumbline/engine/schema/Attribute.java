package dev.plumbline.engine.schema;

/**
 * One attribute or nested block of a resource type.
 *
 * @param type its type
 * @param computed the provider may fill it in
 * @param configurable the code may set it (required or optional); computed and not configurable
 *     means only computed
 * @param sensitive the provider's schema marks it as sensitive
 */
public record Attribute(Type type, boolean computed, boolean configurable, boolean sensitive) {

  /** True where nobody can configure it: the provider alone fills it in. */
  public boolean onlyComputed() {
    return computed && !configurable;
  }
}
