package dev.plumbline.remediation;

import dev.plumbline.engine.Report.StackReport;
import java.io.IOException;
import java.util.Set;

/** Reads a stack, or some of it, again. Thread-safe. */
public interface Scanning {

  /**
   * The stack's report as it is now.
   *
   * @param addresses only these; empty for all
   */
  StackReport scan(String stack, Set<String> addresses) throws IOException;
}
