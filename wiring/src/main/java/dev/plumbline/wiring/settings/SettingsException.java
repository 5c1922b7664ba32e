package dev.plumbline.wiring.settings;

/**
 * A setting is missing, or what it names cannot be read. The message says which one and why, and
 * ends with what to do; it never holds a secret.
 */
public final class SettingsException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param problem what is wrong, without a full stop
   * @param action what to do, one sentence
   */
  public SettingsException(String problem, String action) {
    super("%s. %s".formatted(problem, action));
  }

  /** The same, with what it came from. */
  public SettingsException(String problem, String action, Throwable cause) {
    super("%s. %s".formatted(problem, action), cause);
  }
}
