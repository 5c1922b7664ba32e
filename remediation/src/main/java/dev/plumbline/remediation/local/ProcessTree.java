package dev.plumbline.remediation.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process and all that it started. */
final class ProcessTree {

  private static final Duration GENTLY = Duration.ofSeconds(20);

  private ProcessTree() {}

  /**
   * Asks the process itself first: asked together with it, its children would hear twice, and a
   * tool that is asked twice drops what it is doing.
   */
  static void end(ProcessHandle process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      process.onExit().get(GENTLY.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
