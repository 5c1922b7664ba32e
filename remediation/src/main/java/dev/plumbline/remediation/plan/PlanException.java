package dev.plumbline.remediation.plan;

/** What a run left cannot be used. Its message says why and quotes nothing of it. */
public final class PlanException extends Exception {

  private static final long serialVersionUID = 1L;

  public PlanException(String message) {
    super(message);
  }
}
