package dev.plumbline.wiring.terraform;

import dev.plumbline.engine.ignore.IgnoreTags;
import java.util.List;

/**
 * The part of one file that matters here.
 *
 * @param unclear what could not be understood, with its line
 */
record Code(
    List<Resource> resources,
    List<Call> modules,
    List<ProviderTags> providers,
    List<Unclear> unclear) {

  /**
   * A resource that ignores changes.
   *
   * @param many whether it has instances with keys
   * @param paths what it ignores; {@code *} for everything
   * @param line where it says so, 0 where that is not known
   */
  record Resource(String type, String name, boolean many, List<String> paths, int line) {}

  /**
   * A call of a module.
   *
   * @param source "" where it is not a plain text
   */
  record Call(String name, String source, boolean many, int line) {}

  /** A provider configuration with {@code ignore_tags}, by {@code aws} or {@code aws.alias}. */
  record ProviderTags(String key, IgnoreTags ignoreTags) {}

  /** Something that could not be understood. */
  record Unclear(int line, String what) {}
}
