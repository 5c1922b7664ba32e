package dev.plumbline.live.aws.route53;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names as Route 53 keeps them: in lower case, with a dot at the end, and with characters other
 * than letters, digits, hyphens, underscores and dots as an octal escape, the wildcard as {@code
 * \052}. Source: "DNS domain name format" in the Route 53 developer guide.
 */
final class DomainName {

  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3})");
  private static final String DUALSTACK = "dualstack.";

  private DomainName() {}

  /** One spelling for all of a name's: lower case, no dot at the end, no escapes. */
  static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String undotted =
        lower.length() > 1 && lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return ESCAPE
        .matcher(undotted)
        .replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
  }

  /** The full name of a record that may be named without its zone. */
  static String full(String name, String zone) {
    String plain = plain(name);
    if (plain.endsWith(zone)) {
      return plain;
    }
    return plain.isEmpty() ? zone : plain + "." + zone;
  }

  /**
   * An alias' target; the name of a load balancer may have both address families said before it.
   */
  static String target(String name) {
    String plain = plain(name);
    return plain.startsWith(DUALSTACK) ? plain.substring(DUALSTACK.length()) : plain;
  }

  private static String character(MatchResult escape) {
    return String.valueOf((char) Integer.parseInt(escape.group(1), 8));
  }
}
