package dev.plumbline.publish.render;

/** What was given is not a report this version can read. The message says why and what to do. */
public final class ReportFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  ReportFormatException(String message) {
    super(message);
  }
}
