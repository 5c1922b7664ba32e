package dev.plumbline.engine.config;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Which unquoted words are no texts, as YAML 1.2 and so JSON Schema and editors see it. YAML 1.1
 * would also turn {@code no}, {@code 2027-01-31}, {@code 012} and {@code 12:30} into something
 * else.
 */
final class PlainScalars extends Resolver {

  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
    addImplicitResolver(Tag.INT, Pattern.compile("-?[0-9]+"), "-0123456789");
    addImplicitResolver(
        Tag.FLOAT, Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?"), "-0123456789");
    addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|NULL| "), "~nN\0");
    addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
  }
}
