package dev.plumbline.remediation.plan;

/** What a run left cannot be used. Its message says why and quotes nothing of it. */
public final class PlanException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;

  public PlanException(String why) {
    super(why);
    this.why = why;
  }

  /** The message. */
  public String why() {
    return why;
  }
}
