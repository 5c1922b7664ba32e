package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Events;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.ResourceIndex.Indexed;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of drift that a scan found who caused it: what is remembered, because an event told it or an
 * earlier scan found it, and of the rest what was called of late. As far as that tells: the report
 * says so. Thread-safe.
 */
public final class PastCauses {

  private static final Logger LOG = LoggerFactory.getLogger(PastCauses.class);

  /** The most that a scan waits for it. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  static final String BEST_EFFORT =
      "Who did it is looked up in CloudTrail's records of the last 90 days, as far as they tell:"
          + " who changed a resource last need not have caused what drifts, and a session's name"
          + " proves nothing.";

  private final AwsTypes types;
  private final Memory memory;
  private final InstantSource clock;

  /**
   * @param memory what is known of a stack's drift
   */
  public PastCauses(AwsTypes types, Memory memory, InstantSource clock) {
    this.types = types;
    this.memory = memory;
    this.clock = clock;
  }

  /** The findings that are remembered of a stack. */
  @FunctionalInterface
  public interface Memory {
    List<Finding> findings(String stack) throws IOException;
  }

  /**
   * What was scanned.
   *
   * @param names what each stack's resources are called, by its report
   * @param globalRegion where the records of services are that have no region
   * @param deadline when to have answered
   */
  public record Scanned(
      Report report,
      Function<StackReport, List<Indexed>> names,
      String globalRegion,
      Instant deadline) {}

  /** Where CloudTrail records what is called of services without a region. */
  public static String globalRegion(String region) {
    if (region.startsWith("cn-")) {
      return "cn-north-1";
    }
    return region.startsWith("us-gov-") ? "us-gov-west-1" : "us-east-1";
  }

  /** The report with the causes that are known. */
  public Report told(Scanned scanned, CallHistory history, Events events) {
    Instant longest = clock.instant().plus(LONGEST);
    Instant end = longest.isBefore(scanned.deadline()) ? longest : scanned.deadline();
    PastChanges changes =
        new PastChanges(
            history,
            types,
            Set.copyOf(events.deployRoles()),
            scanned.globalRegion(),
            end,
            clock);
    Optional<PastChanges> asked = Optional.of(changes).filter(_ -> events.lookUp());
    List<StackReport> stacks = new ArrayList<>();
    for (StackReport stack : scanned.report().stacks()) {
      boolean drift = stack.resources().stream().anyMatch(ResourceReport::drift);
      stacks.add(drift ? told(stack, scanned, asked) : stack);
    }
    return scanned
        .report()
        .with(stacks, scanned.report().accountCoverage())
        .withCalls(history.calls());
  }

  private StackReport told(StackReport stack, Scanned scanned, Optional<PastChanges> changes) {
    SequencedSet<String> notes = new LinkedHashSet<>(stack.notes());
    Map<String, Cause> causes = causes(stack, scanned, changes, notes);
    if (changes.isPresent() && !causes.isEmpty()) {
      notes.add(BEST_EFFORT);
    }
    UnaryOperator<ResourceReport> caused =
        each ->
            Optional.ofNullable(causes.get(each.address())).map(each::withCause).orElse(each);
    return stack
        .withResources(stack.resources().stream().map(caused).toList())
        .withNotes(List.copyOf(notes));
  }

  private Map<String, Cause> causes(
      StackReport stack,
      Scanned scanned,
      Optional<PastChanges> changes,
      Collection<String> notes) {
    Map<String, Finding> known = known(stack);
    Map<String, Indexed> names = names(scanned.names().apply(stack));
    Map<String, Cause> causes = new HashMap<>();
    for (ResourceReport drift : bySeverity(stack)) {
      Optional<Finding> finding =
          Optional.ofNullable(known.get(key(drift.address(), drift.fingerprint())));
      Optional<Indexed> named = Optional.ofNullable(names.get(drift.address()));
      Optional<Cause> cause = finding.flatMap(Finding::cause);
      if (cause.isEmpty() && changes.isPresent() && named.isPresent()) {
        Instant seen = finding.map(Finding::since).orElse(scanned.report().startedAt());
        cause = looked(changes.get(), seen, named.get(), notes);
      }
      cause.ifPresent(it -> causes.put(drift.address(), it));
    }
    return causes;
  }

  private static Optional<Cause> looked(
      PastChanges changes, Instant seen, Indexed resource, Collection<String> notes) {
    try {
      return changes.before(seen, resource);
    } catch (IOException e) {
      notes.add(
          "Of some of the drift nobody could look up who did it: %s"
              .formatted(Plain.line(String.valueOf(e.getMessage()), 500)));
      return Optional.empty();
    }
  }

  /** The worst first, as not all may be looked up. */
  private static List<ResourceReport> bySeverity(StackReport stack) {
    return stack.resources().stream()
        .filter(ResourceReport::drift)
        .filter(each -> each.cause().isEmpty())
        .sorted(
            Comparator.comparing(
                (ResourceReport each) -> each.severity().map(Enum::ordinal).orElse(-1),
                Comparator.reverseOrder()))
        .toList();
  }

  private Map<String, Finding> known(StackReport stack) {
    try {
      return memory.findings(stack.stack()).stream()
          .filter(Finding::open)
          .collect(
              Collectors.toMap(
                  each -> key(each.address(), each.fingerprint()), Function.identity(), (a, _) -> a));
    } catch (IOException e) {
      LOG.warn(
          "What is remembered of {} does not say who did it: {}",
          Plain.line(stack.stack()),
          Plain.line(String.valueOf(e.getMessage()), 500));
      return Map.of();
    }
  }

  private static Map<String, Indexed> names(List<Indexed> resources) {
    return resources.stream()
        .collect(Collectors.toMap(Indexed::address, Function.identity(), (a, _) -> a));
  }

  private static String key(String address, String fingerprint) {
    return fingerprint + " " + address;
  }
}
