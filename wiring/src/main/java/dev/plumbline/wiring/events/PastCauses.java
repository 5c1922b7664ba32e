package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    Report report = scanned.report();
    Optional<PastChanges> changes =
        Optional.of(changes(scanned, history, events)).filter(_ -> events.lookUp());
    List<StackReport> stacks = new ArrayList<>();
    for (StackReport stack : report.stacks()) {
      boolean drift = stack.resources().stream().anyMatch(ResourceReport::drift);
      stacks.add(
          drift
              ? new StackCauses(
                      stack,
                      known(stack.stack()),
                      scanned.names().apply(stack),
                      changes,
                      report.startedAt())
                  .told()
              : stack);
    }
    return report.with(stacks, report.accountCoverage()).withCalls(history.calls());
  }

  private PastChanges changes(Scanned scanned, CallHistory history, Events events) {
    Instant longest = clock.instant().plus(LONGEST);
    return new PastChanges(
        history,
        types,
        Set.copyOf(events.deployRoles()),
        scanned.globalRegion(),
        longest.isBefore(scanned.deadline()) ? longest : scanned.deadline(),
        clock);
  }

  private List<Finding> known(String stack) {
    try {
      return memory.findings(stack);
    } catch (IOException e) {
      LOG.warn(
          "What is remembered of {} does not say who did it: {}",
          Plain.line(stack),
          Plain.line(String.valueOf(e.getMessage()), 500));
      return List.of();
    }
  }
}
