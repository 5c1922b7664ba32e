package dev.plumbline.cli;

import dev.plumbline.remediation.Announcer;
import dev.plumbline.remediation.Remediation;
import java.io.PrintWriter;

/** Tells each step of a remediation on standard error, once. Thread-safe. */
final class Told implements Announcer {

  private final PrintWriter err;
  private String last = "";

  Told(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void announce(Remediation remediation) {
    String line = LocalText.line(remediation);
    if (!line.equals(last)) {
      last = line;
      err.println("plumbline: " + line);
      err.flush();
    }
  }
}
