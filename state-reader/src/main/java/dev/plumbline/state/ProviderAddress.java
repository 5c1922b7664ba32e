package dev.plumbline.state;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a provider configuration's address as states write it:
 *
 * <ul>
 *   <li>{@code provider["registry.terraform.io/hashicorp/aws"]}, optionally followed by {@code
 *       .alias}, optionally behind a module path
 *   <li>with an instance key at its end, where OpenTofu records the provider of each instance
 *       (provider for_each); the key stays part of the alias: {@code by_region["eu-west-1"]}
 *   <li>{@code provider.aws} and {@code provider.aws.alias}, from before Terraform 0.13
 * </ul>
 */
final class ProviderAddress {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<module>module\\..+)\\.)?"
              + "provider(?:\\[\"(?<source>[^\"\\\\\\s]+)\"]|\\.(?<legacy>[\\w-]+))"
              + "(?:\\.(?<alias>[\\w-]+))?(?<key>\\[.+])?",
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

  /** What Terraform 0.13 itself writes for a provider it only knows the name of. */
  private static final String UNKNOWN_NAMESPACE = "registry.terraform.io/-/";

  private ProviderAddress() {}

  /** Nothing where it has none of these forms. */
  static Optional<ProviderRef> parse(String written) {
    var form = FORM.matcher(written);
    if (!form.matches()) {
      return Optional.empty();
    }
    String source = text(form, "source");
    return Optional.of(
        new ProviderRef(
            source.isEmpty() ? assumed(text(form, "legacy")) : known(source),
            text(form, "module"),
            text(form, "alias") + text(form, "key")));
  }

  private static String known(String source) {
    return source.startsWith(UNKNOWN_NAMESPACE)
        ? assumed(source.substring(UNKNOWN_NAMESPACE.length()))
        : source;
  }

  /** Before there were namespaces, providers lay in what became hashicorp, one built in. */
  private static String assumed(String name) {
    return name.equals("terraform")
        ? "terraform.io/builtin/terraform"
        : "registry.terraform.io/hashicorp/" + name;
  }

  private static String text(Matcher form, String group) {
    return Objects.requireNonNullElse(form.group(group), "");
  }
}
