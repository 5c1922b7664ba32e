package dev.plumbline.engine.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which S3 objects are states: {@code s3://bucket/**}{@code /terraform.tfstate}. {@code *} stands
 * for any text within one part of the key, {@code **} for any number of parts.
 *
 * @param pattern the pattern as written, with its bucket
 * @param exclude patterns of keys, without the bucket, that are no stacks all the same
 */
public record KeyPattern(String pattern, List<String> exclude) {

  private static final String SCHEME = "s3://";

  public KeyPattern {
    exclude = List.copyOf(exclude);
  }

  /** The bucket to list. */
  public String bucket() {
    String place = pattern.substring(SCHEME.length());
    return place.substring(0, place.indexOf('/'));
  }

  /** The beginning that all fitting keys have, so that no more than needed is listed. */
  public String prefix() {
    String key = key();
    int wild = key.indexOf('*');
    return wild < 0 ? key : key.substring(0, wild);
  }

  /** Whether the object of that key is a stack's state. */
  public boolean matches(String key) {
    return regex(key()).matcher(key).matches()
        && exclude.stream().noneMatch(glob -> regex(glob).matcher(key).matches());
  }

  private String key() {
    return pattern.substring(SCHEME.length() + bucket().length() + 1);
  }

  private static Pattern regex(String glob) {
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < glob.length()) {
      if (glob.startsWith("**/", at)) {
        regex.append("(?:.*/)?");
        at += 3;
      } else if (glob.startsWith("**", at)) {
        regex.append(".*");
        at += 2;
      } else {
        char c = glob.charAt(at++);
        regex.append(c == '*' ? "[^/]*" : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString());
  }
}
