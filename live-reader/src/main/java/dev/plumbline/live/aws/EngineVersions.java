package dev.plumbline.live.aws;

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

  private static boolean isOf(String recorded, String actual) {
    return !recorded.isEmpty()
        && actual.startsWith(recorded)
        && actual.length() > recorded.length()
        && !Character.isLetterOrDigit(actual.charAt(recorded.length()));
  }
}
