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
 * <p>An issue is closed only if nothing drifted, everything that drifted before was really read
 * (law 4), and nothing else keeps it open: what was accepted and is not in the code. Closed by a
 * person or by a baseline, it says that this very drift is known: it stays closed until the
 * fingerprint changes. Who closed it need not be asked: before we close an issue we write into it
 * that nothing drifts, so one that is closed and remembers the drift was closed by somebody else.
 *
 * @param key hashes addresses, so that an issue does not list them in clear
 * @param baseline whether today's drift is taken as known
 */
record Lifecycle(MarkerKey key, boolean baseline) {

  private static final int HASH = 11;

  /** An issue of ours and what it remembers. */
  record Known(TrackedIssue issue, Memory memory) {}

  /**
   * What to do.
   *
   * @param hold why the issue has to be open although nothing drifts, "" where it has not
   */
  Step decide(StackReport stack, String hold, Optional<Known> known) {
    if (stack.status() != StackStatus.SCANNED) {
      return new Step.Leave(
          "the stack was %s, so nothing is said of its drift"
              .formatted(stack.status().name().toLowerCase(Locale.ROOT)));
    }
    if (Findings.of(stack).drift().isEmpty() && hold.isEmpty()) {
      return known.isEmpty() ? new Step.Leave("no drift") : withoutDrift(stack, known.get());
    }
    return known.isEmpty() ? fresh() : withDrift(stack, hold, known.get());
  }

  /** What the issue has to remember after this scan. */
  Memory memory(StackReport stack, String hold, Optional<Known> known) {
    Memory before = known.map(Known::memory).orElse(Memory.of("", Set.of()));
    List<ResourceReport> unread = unreadBefore(stack, before);
    if (!before.known() && !unread.isEmpty()) {
      return new Memory(false, print(stack, hold), Set.of());
    }
    Set<String> hashes = new TreeSet<>();
    Findings.of(stack).drift().forEach(drift -> hashes.add(hash(stack, drift)));
    unread.forEach(resource -> hashes.add(hash(stack, resource)));
    return Memory.of(print(stack, hold), hashes);
  }

  /** What an issue is about: the drift, and what else keeps it open. */
  private static String print(StackReport stack, String hold) {
    return Marker.identity(hold.isEmpty() ? stack.fingerprint() : stack.fingerprint() + " " + hold);
  }

  private Step fresh() {
    return baseline ? new Step.Baseline() : new Step.Open();
  }

  private Step withDrift(StackReport stack, String hold, Known known) {
    boolean same = known.memory().fingerprint().equals(print(stack, hold));
    if (!known.issue().open() && same) {
      return new Step.Leave("this drift is known: its issue was closed while it was there");
    }
    if (baseline) {
      return new Step.Baseline();
    }
    if (!known.issue().open()) {
      return new Step.Reopen();
    }
    return same
        ? new Step.Rewrite("", "the drift is the same")
        : new Step.Rewrite(changed(stack), "the drift changed");
  }

  private static String changed(StackReport stack) {
    return Findings.of(stack).drift().isEmpty()
        ? "Nothing drifts from the state any more. This stays open until the code says what was accepted."
        : "The drift changed since the last scan.";
  }

  /** A closed issue has to learn that its drift is gone: the same, once it is back, is news. */
  private Step withoutDrift(StackReport stack, Known known) {
    int unread = unreadBefore(stack, known.memory()).size();
    if (known.issue().open()) {
      return unread == 0
          ? new Step.Close()
          : new Step.Rewrite(
              "", "kept open: %d of what drifted before could not be read".formatted(unread));
    }
    boolean same = known.memory().fingerprint().equals(print(stack, ""));
    return same || unread > 0
        ? new Step.Leave("no drift")
        : new Step.Rewrite("", "closed, and its drift is gone");
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
