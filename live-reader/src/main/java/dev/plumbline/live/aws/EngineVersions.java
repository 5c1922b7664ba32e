package dev.plumbline.live.aws;

import org.jspecify.annotations.Nullable;

/**
 * Versions of database engines. A configuration may give the first parts only ({@code 16} or {@code
 * 8.0}); AWS then picks the rest, and the provider keeps what was configured.
 */
public final class EngineVersions {

  private EngineVersions() {}

  /** The recorded version where the actual one is of it, else the actual one. */
  public static String asRecorded(String recorded, String actual) {
    return isOf(recorded, actual) ? recorded : actual;
  }

  /**
   * The same; and the recorded one where an upgrade to it waits for the maintenance window.
   *
   * @param pending the version that the engine is to be upgraded to, null where none waits
   */
  public static String asRecorded(String recorded, String actual, @Nullable String pending) {
    boolean waiting = !recorded.isEmpty() && recorded.equals(pending);
    return waiting ? recorded : asRecorded(recorded, actual);
  }

  private static boolean isOf(String recorded, String actual) {
    return !recorded.isEmpty()
        && actual.startsWith(recorded)
        && actual.length() > recorded.length()
        && !Character.isLetterOrDigit(actual.charAt(recorded.length()));
  }
}
