package dev.plumbline.functions;

/** An event that asks for nothing that can be done. */
public final class ScanInputException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final String WHAT_TO_SEND =
      "%s. Send {} for all stacks, {\"stack\": \"name\"} or {\"stacks\": [\"name\", …]}, and with it \"baseline\", \"dryRun\" or \"unmanaged\": true.";

  ScanInputException(String problem) {
    super(WHAT_TO_SEND.formatted(problem));
  }

  ScanInputException(String problem, Throwable cause) {
    super(WHAT_TO_SEND.formatted(problem), cause);
  }
}
