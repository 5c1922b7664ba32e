package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.wiring.publish.Published.Failure;
import java.util.List;
import java.util.Optional;

/** Remembers each stack's scan, where there is a store. Thread-safe. */
public final class Remembering {

  private final Optional<Stacks> stacks;

  /**
   * @param stacks empty where nothing is remembered between scans
   */
  public Remembering(Optional<Stacks> stacks) {
    this.stacks = stacks;
  }

  /** Remembers a scan of whole stacks; one that cannot be is a failure and costs no other. */
  void remember(
      Report report, Optional<String> uri, PublishOptions options, List<Failure> failures) {
    if (stacks.isEmpty() || options.dryRun()) {
      return;
    }
    Stacks.Scan scan = new Stacks.Scan(report.scanId(), report.startedAt(), uri.orElse(""));
    for (StackReport stack : report.stacks()) {
      Channel.attempt(
          "Remembering the scan of " + stack.stack(),
          failures,
          () -> stacks.get().scanned(stack, scan, true));
    }
  }
}
