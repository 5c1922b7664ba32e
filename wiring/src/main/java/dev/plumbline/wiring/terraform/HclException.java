package dev.plumbline.wiring.terraform;

/** A file is no HCL. The message quotes nothing of the file. */
final class HclException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  HclException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** From 1. */
  int line() {
    return line;
  }
}
