package dev.plumbline.cdk;

import java.util.List;

/** The deployment cannot be synthesised as configured; the message lists every problem found. */
public final class InvalidDeployment extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidDeployment(String source, List<String> problems) {
    super(source + " cannot be used:\n  - " + String.join("\n  - ", problems));
  }
}
