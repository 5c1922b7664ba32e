package dev.plumbline.state;

import java.util.List;
import java.util.Optional;

/**
 * One managed resource instance as the state records it. Immutable. {@link #toString()} names the
 * resource and never its attributes, which may hold secrets.
 *
 * @param address its address in the code
 * @param provider the provider configuration it belongs to; the instance's own where OpenTofu
 *     records one
 * @param attributes its attributes as the state has them; dynamic ones still in their {@code
 *     {value, type}} form
 * @param sensitivePaths attribute paths the state marks as sensitive, such as {@code password} or
 *     {@code tags["x"]}
 * @param identity the provider's identity object where the state has one, else {@link
 *     Value.Null#NULL}
 * @param deposed the deposed key where this is an object that waits for its deletion after a failed
 *     replacement
 * @param tainted whether the state marks it as tainted
 * @param schemaVersion the provider's schema version that wrote the attributes
 * @param dependencies the configuration addresses it depends on
 */
public record RecordedResource(
    Address address,
    ProviderRef provider,
    Value.Mapping attributes,
    List<String> sensitivePaths,
    Value identity,
    Optional<String> deposed,
    boolean tainted,
    int schemaVersion,
    List<String> dependencies) {

  public RecordedResource {
    sensitivePaths = List.copyOf(sensitivePaths);
    dependencies = List.copyOf(dependencies);
  }

  /** The resource type, such as {@code aws_sqs_queue}. */
  public String type() {
    return address.type();
  }

  /** The {@code id} attribute, "" where the type has none. */
  public String id() {
    return attributes.at("id").text();
  }

  /** The attribute of that name, {@link Value.Null#NULL} where it is not recorded. */
  public Value at(String attribute) {
    return attributes.at(attribute);
  }

  @Override
  public String toString() {
    return address + deposed.map(key -> " (deposed " + key + ")").orElse("");
  }
}
