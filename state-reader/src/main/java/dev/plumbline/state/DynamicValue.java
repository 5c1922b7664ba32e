package dev.plumbline.state;

import java.util.Optional;

/**
 * A value of an attribute that has no type in its schema ({@code terraform_data.input}): states
 * write it together with the type it has. Immutable.
 *
 * @param value the value itself
 * @param type the type it was written with
 */
public record DynamicValue(Value value, CtyType type) {

  /**
   * Recognises {@code {"value": …, "type": …}} with exactly these keys, a valid type expression and
   * a value of that type. A map of strings may happen to look so ({@code {value = "a", type =
   * "string"}}), so ask only where the schema says the attribute is dynamic, or where there is no
   * schema.
   */
  public static Optional<DynamicValue> of(Value wrapped) {
    if (!(wrapped instanceof Value.Mapping(var entries))
        || entries.size() != 2
        || !entries.containsKey("value")) {
      return Optional.empty();
    }
    return CtyType.of(wrapped.at("type"))
        .filter(type -> type.admits(wrapped.at("value")))
        .map(type -> new DynamicValue(wrapped.at("value"), type));
  }
}
