package dev.plumbline.publish.github;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.publish.Findings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides what happens to a stack's issue. Pure.
 *
 * <p>An issue is closed only if nothing drifted and everything that drifted before was really read
 * (law 4). Closed as <em>not planned</em>, by a person or by a baseline, it says that this very
 * drift is known: it stays closed until the fingerprint changes. Closed in any other way while the
 * drift is there, it is opened again.
 *
 * @param key hashes addresses, so that an issue does not list them in clear
 * @param baseline whether today's drift is taken as known
 */
record Lifecycle(MarkerKey key, boolean baseline) {

  private static final int HASH = 11;

  /** An issue of ours and what it remembers. */
  record Known(TrackedIssue issue, Memory memory) {}

  Step decide(StackReport stack, Optional<Known> known) {
    if (stack.status() != StackStatus.SCANNED) {
      return new Step.Leave(
          "the stack was %s, so nothing is said of its drift"
              .formatted(stack.status().name().toLowerCase(Locale.ROOT)));
    }
    if (Findings.of(stack).drift().isEmpty()) {
      return withoutDrift(stack, known);
    }
    return known.isEmpty() ? fresh() : withDrift(stack, known.get());
  }

  /** What the issue has to remember after this scan. */
  Memory memory(StackReport stack, Optional<Known> known) {
    Memory before = known.map(Known::memory).orElse(Memory.of("", Set.of()));
    List<ResourceReport> unread = unreadBefore(stack, before);
    if (!before.known() && !unread.isEmpty()) {
      return new Memory(false, Marker.identity(stack.fingerprint()), Set.of());
    }
    Set<String> hashes = new TreeSet<>();
    Findings.of(stack).drift().forEach(drift -> hashes.add(hash(stack, drift)));
    unread.forEach(resource -> hashes.add(hash(stack, resource)));
    return Memory.of(Marker.identity(stack.fingerprint()), hashes);
  }

  private Step fresh() {
    return baseline ? new Step.Baseline() : new Step.Open();
  }

  private Step withDrift(StackReport stack, Known known) {
    boolean same = known.memory().fingerprint().equals(Marker.identity(stack.fingerprint()));
    if (!known.issue().open() && known.issue().notPlanned() && same) {
      return new Step.Leave("this drift is known: its issue was closed as not planned");
    }
    if (baseline) {
      return new Step.Baseline();
    }
    if (!known.issue().open()) {
      return new Step.Reopen();
    }
    return same
        ? new Step.Rewrite("", "the drift is the same")
        : new Step.Rewrite("The drift changed since the last scan.", "the drift changed");
  }

  private Step withoutDrift(StackReport stack, Optional<Known> known) {
    if (known.isEmpty() || !known.get().issue().open()) {
      return new Step.Leave("no drift");
    }
    int unread = unreadBefore(stack, known.get().memory()).size();
    return unread == 0
        ? new Step.Close()
        : new Step.Rewrite(
            "", "kept open: %d of what drifted before could not be read".formatted(unread));
  }

  private List<ResourceReport> unreadBefore(StackReport stack, Memory before) {
    return stack.resources().stream()
        .filter(Findings::isUnread)
        .filter(resource -> !before.known() || before.items().contains(hash(stack, resource)))
        .toList();
  }

  private String hash(StackReport stack, ResourceReport resource) {
    return key.mac("address", stack.stack(), resource.address()).substring(0, HASH);
  }
}
