package dev.plumbline.engine.store;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.store.Finding.Spell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * How long drift stayed and how often it came back. Counted in occurrences: a finding that came
 * twice counts twice, each time from when a scan first saw it to the scan that no longer did. Pure.
 *
 * @param rows in the order of their names
 * @param total of all rows
 */
public record History(List<Row> rows, Row total) {

  /** Who is counted where nobody is known. */
  public static final String UNKNOWN = "unknown";

  public History {
    rows = List.copyOf(rows);
  }

  /** What occurrences are counted by. */
  public enum By {
    STACK,
    TYPE,
    /** Who caused the drift, as far as the provider's records tell. */
    ACTOR
  }

  /**
   * Figures of one stack, type or actor.
   *
   * @param occurrences how often drift came
   * @param open how many of them are still there
   * @param recurrences how many of them were a finding's that had been resolved before
   * @param meanTimeToRemediate of those that are gone; empty where none is
   */
  public record Row(
      String name,
      int occurrences,
      int open,
      int recurrences,
      Optional<Duration> meanTimeToRemediate) {

    /** How many are gone. */
    public int remediated() {
      return occurrences - open;
    }

    /** From 0 to 1. */
    public double recurrence() {
      return occurrences == 0 ? 0 : (double) recurrences / occurrences;
    }
  }

  /**
   * Counts.
   *
   * @param since leaves out what was over before; empty for all that is known
   */
  public static History of(Collection<Finding> findings, By by, Optional<Instant> since) {
    Tally total = new Tally();
    SequencedMap<String, Tally> tallies = new TreeMap<>();
    for (Finding finding : findings) {
      Tally tally = tallies.computeIfAbsent(name(finding, by), _ -> new Tally());
      for (Occurrence each : occurrences(finding)) {
        if (each.within(since)) {
          tally.add(each);
          total.add(each);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    tallies.forEach((name, tally) -> tally.row(name).ifPresent(rows::add));
    return new History(rows, total.row("").orElse(new Row("", 0, 0, 0, Optional.empty())));
  }

  private static String name(Finding finding, By by) {
    return switch (by) {
      case STACK -> finding.stack();
      case TYPE -> finding.type();
      case ACTOR ->
          finding.cause().map(Cause::principal).filter(who -> !who.isEmpty()).orElse(UNKNOWN);
    };
  }

  private static List<Occurrence> occurrences(Finding finding) {
    List<Occurrence> all = new ArrayList<>();
    // Where the oldest are no longer kept, the oldest that is kept is a recurrence, too.
    boolean again = finding.occurrences() > finding.earlier().size() + 1;
    for (Spell spell : finding.earlier()) {
      all.add(new Occurrence(spell.from(), Optional.of(spell.to()), again));
      again = true;
    }
    all.add(new Occurrence(finding.since(), finding.resolved(), again));
    return all;
  }

  private record Occurrence(Instant from, Optional<Instant> to, boolean again) {

    boolean within(Optional<Instant> since) {
      return since.isEmpty() || to.isEmpty() || !to.get().isBefore(since.get());
    }
  }

  private static final class Tally {
    private int occurrences;
    private int open;
    private int recurrences;
    private Duration time = Duration.ZERO;

    void add(Occurrence each) {
      occurrences++;
      recurrences += each.again() ? 1 : 0;
      each.to()
          .ifPresentOrElse(to -> time = time.plus(Duration.between(each.from(), to)), () -> open++);
    }

    Optional<Row> row(String name) {
      int gone = occurrences - open;
      return occurrences == 0
          ? Optional.empty()
          : Optional.of(
              new Row(
                  name,
                  occurrences,
                  open,
                  recurrences,
                  gone == 0 ? Optional.empty() : Optional.of(time.dividedBy(gone))));
    }
  }
}
