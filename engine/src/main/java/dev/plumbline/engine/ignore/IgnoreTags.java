package dev.plumbline.engine.ignore;

import java.util.List;

/**
 * Tags that are somebody else's, as a provider configuration's {@code ignore_tags} names them.
 *
 * @param keys whole tag keys
 * @param prefixes beginnings of tag keys
 */
public record IgnoreTags(List<String> keys, List<String> prefixes) {

  /** No tag is ignored. */
  public static final IgnoreTags NONE = new IgnoreTags(List.of(), List.of());

  public IgnoreTags {
    keys = List.copyOf(keys);
    prefixes = List.copyOf(prefixes);
  }

  /** Whether the tag of that key is ignored. */
  public boolean covers(String key) {
    return keys.contains(key) || prefixes.stream().anyMatch(key::startsWith);
  }

  /** Whether no tag is ignored. */
  public boolean isEmpty() {
    return keys.isEmpty() && prefixes.isEmpty();
  }
}
