package dev.plumbline.state;

/**
 * The provider configuration a resource was written with.
 *
 * @param source the provider's source address, such as {@code registry.terraform.io/hashicorp/aws}
 * @param module the module path the configuration stands in, or "" for the root
 * @param alias the alias, or "" for the default configuration
 */
public record ProviderRef(String source, String module, String alias) {

  /** The provider's own name, the last part of its source: {@code aws}. */
  public String name() {
    return source.substring(source.lastIndexOf('/') + 1);
  }

  /** As the configuration names it: {@code aws} or {@code aws.us_west_2}. */
  public String key() {
    return alias.isEmpty() ? name() : name() + "." + alias;
  }
}
