package dev.plumbline.functions;

import java.util.List;

/**
 * A scan could not begin, or not everything could be scanned or published. In the second case it is
 * thrown when all the rest was done, so that Lambda counts an error and tries once more.
 */
public final class ScanFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** More would crowd out the log line. */
  private static final int NAMED = 10;

  private ScanFailedException(String message) {
    super(message);
  }

  private ScanFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Nothing was scanned; the cause's message says why and what to do. */
  static ScanFailedException notBegun(Exception cause) {
    return new ScanFailedException(String.valueOf(cause.getMessage()), cause);
  }

  /** Those things failed, each in one sentence with what to do. */
  static ScanFailedException incomplete(List<String> problems) {
    StringBuilder message = new StringBuilder("Not everything could be scanned and published.");
    problems.stream().limit(NAMED).forEach(problem -> message.append("\n- ").append(problem));
    if (problems.size() > NAMED) {
      message.append("\n- and %,d more; the log names them.".formatted(problems.size() - NAMED));
    }
    return new ScanFailedException(message.toString());
  }
}
