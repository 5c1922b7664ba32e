package dev.plumbline.wiring.run;

import dev.plumbline.engine.Observe.Observed;
import dev.plumbline.state.StateIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was observed of some of a stack's resources, before anything is compared: true values, so
 * that it is kept sealed. Immutable.
 *
 * @param state which state they are of; empty where it could not be read, or not as a whole
 * @param startedAt when reading began
 * @param observed by address
 * @param calls API calls made, by IAM action
 * @param throttles how often AWS asked to be called less often
 * @param took how long it took
 */
public record Slice(
    Optional<StateIdentity> state,
    Instant startedAt,
    Map<String, Observed> observed,
    Map<String, Long> calls,
    long throttles,
    Duration took) {

  /** Within it, what was observed is as good as what is observed by a scan that takes as long. */
  private static final Duration FRESH = Duration.ofHours(6);

  public Slice {
    observed = Map.copyOf(observed);
    calls = Map.copyOf(calls);
  }

  /** Nothing was observed: whoever makes one of the slices reads these resources. */
  public static Slice nothing(Instant startedAt) {
    return new Slice(Optional.empty(), startedAt, Map.of(), new TreeMap<>(), 0, Duration.ZERO);
  }

  /** Whether it may still be used. */
  public boolean fresh(Instant now) {
    return startedAt.isAfter(now.minus(FRESH));
  }

  /** Whether it is of that version of the state. */
  public boolean of(String version) {
    return state.filter(it -> it.versionId().equals(version)).isPresent();
  }
}
