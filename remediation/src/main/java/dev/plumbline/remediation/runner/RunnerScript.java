package dev.plumbline.remediation.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that a runner runs, as they are shipped. */
public enum RunnerScript {
  /** Plans and applies; POSIX sh. */
  SCRIPT("plumbline-run"),
  /** What the plan project runs. */
  PLAN_BUILDSPEC("buildspec-plan.yml"),
  /** What the apply project runs. */
  APPLY_BUILDSPEC("buildspec-apply.yml");

  private final String file;

  RunnerScript(String file) {
    this.file = file;
  }

  /** Its name as a file. */
  public String file() {
    return file;
  }

  /** Its text. */
  public String text() {
    try (InputStream shipped = RunnerScript.class.getResourceAsStream(file)) {
      if (shipped == null) {
        throw new IllegalStateException(file + " is not in this build of Plumbline");
      }
      return new String(shipped.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read from this build of Plumbline", e);
    }
  }
}
