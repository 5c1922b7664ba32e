package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.ResourceIndex.Indexed;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Who caused one stack's drift. For one thread.
 *
 * @param known the stack's findings
 * @param names what its resources are called
 * @param changes looks up who is not remembered; empty where nobody is to be asked
 * @param scannedAt when the drift was seen that was not known
 */
record StackCauses(
    StackReport stack,
    List<Finding> known,
    List<Indexed> names,
    Optional<PastChanges> changes,
    Instant scannedAt) {

  static final String BEST_EFFORT =
      "Who did it is looked up in CloudTrail's records of the last 90 days, as far as they tell:"
          + " who changed a resource last need not have caused what drifts, and a session's name"
          + " proves nothing.";

  /** The stack's report with the causes that are known. */
  StackReport told() {
    SequencedSet<String> notes = new LinkedHashSet<>(stack.notes());
    Map<String, Cause> causes = causes(notes);
    if (changes.isPresent() && !causes.isEmpty()) {
      notes.add(BEST_EFFORT);
    }
    UnaryOperator<ResourceReport> caused =
        each -> Optional.ofNullable(causes.get(each.address())).map(each::withCause).orElse(each);
    return stack
        .withResources(stack.resources().stream().map(caused).toList())
        .withNotes(List.copyOf(notes));
  }

  private Map<String, Cause> causes(Collection<String> notes) {
    Map<String, Finding> open =
        known.stream()
            .filter(Finding::open)
            .collect(
                Collectors.toMap(
                    each -> key(each.address(), each.fingerprint()),
                    Function.identity(),
                    (a, _) -> a));
    Map<String, Indexed> named =
        names.stream()
            .collect(Collectors.toMap(Indexed::address, Function.identity(), (a, _) -> a));
    Map<String, Cause> causes = new HashMap<>();
    for (ResourceReport drift : bySeverity()) {
      Optional<Finding> finding =
          Optional.ofNullable(open.get(key(drift.address(), drift.fingerprint())));
      Instant seen = finding.map(Finding::since).orElse(scannedAt);
      finding
          .flatMap(Finding::cause)
          .or(() -> looked(seen, Optional.ofNullable(named.get(drift.address())), notes))
          .ifPresent(cause -> causes.put(drift.address(), cause));
    }
    return causes;
  }

  private Optional<Cause> looked(
      Instant seen, Optional<Indexed> resource, Collection<String> notes) {
    if (changes.isEmpty() || resource.isEmpty()) {
      return Optional.empty();
    }
    try {
      return changes.get().before(seen, resource.get());
    } catch (IOException e) {
      notes.add(
          "Of some of the drift nobody could look up who did it: %s"
              .formatted(Plain.line(String.valueOf(e.getMessage()), 500)));
      return Optional.empty();
    }
  }

  /** The worst first, as not all may be looked up. */
  private List<ResourceReport> bySeverity() {
    return stack.resources().stream()
        .filter(ResourceReport::drift)
        .filter(each -> each.cause().isEmpty())
        .sorted(
            Comparator.comparing(
                (ResourceReport each) -> each.severity().map(Enum::ordinal).orElse(-1),
                Comparator.reverseOrder()))
        .toList();
  }

  private static String key(String address, String fingerprint) {
    return fingerprint + " " + address;
  }
}
