package dev.plumbline.wiring.run;

import static java.util.Objects.requireNonNull;

import dev.plumbline.engine.Observe;
import dev.plumbline.engine.Observe.Answer;
import dev.plumbline.engine.Observe.Observed;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The slices of one stack, in place of observing it: all the rest of a scan goes its usual way and
 * judges all resources together, so that its report is the one that a scan at once would make. A
 * resource that no slice has observed of this very version of the state is observed now. For one
 * scan of one stack; without slices, of any.
 */
public final class JoinedSlices {

  private static final Answer NOTHING =
      new Answer(List.of(), List.of(), new TreeMap<>(), List.of());

  private final List<Slice> slices;
  private @Nullable StateIdentity read;

  public JoinedSlices(List<Slice> slices) {
    this.slices = List.copyOf(slices);
  }

  /** The same request, of which the version of the state that is read is noted. */
  public StackRequest noting(StackRequest request) {
    return slices.isEmpty() ? request : request.withSource(new Noted(request.source()));
  }

  /**
   * Answers from the slices.
   *
   * @param all observes what they lack
   */
  public Observe over(Observe all) {
    return slices.isEmpty() ? all : request -> observe(request, all);
  }

  /** When the first of them began, or the scan where that was before. */
  public Instant startedAt(Instant scan) {
    return slices.stream()
        .map(Slice::startedAt)
        .filter(began -> began.isBefore(scan))
        .min(Instant::compareTo)
        .orElse(scan);
  }

  /** How often AWS asked to be called less often. */
  public long throttles() {
    return slices.stream().mapToLong(Slice::throttles).sum();
  }

  /** How long they took, one after the other. */
  public Duration took() {
    return slices.stream().map(Slice::took).reduce(Duration.ZERO, Duration::plus);
  }

  private Answer observe(Observe.Request request, Observe all) {
    Map<String, Observed> seen = new HashMap<>();
    SortedMap<String, Long> calls = new TreeMap<>();
    for (Slice slice : slices) {
      slice.calls().forEach((name, count) -> calls.merge(name, count, Long::sum));
      if (slice.state().equals(Optional.ofNullable(read))) {
        seen.putAll(slice.observed());
      }
    }
    List<RecordedResource> lacking =
        request.resources().stream().filter(each -> !seen.containsKey(name(each))).toList();
    request.progress().accept(request.resources().size() - lacking.size());
    Answer now = lacking.isEmpty() ? NOTHING : all.observe(request.of(lacking));
    for (int i = 0; i < lacking.size(); i++) {
      seen.put(name(lacking.get(i)), now.observed().get(i));
    }
    now.calls().forEach((name, count) -> calls.merge(name, count, Long::sum));
    List<Observed> inOrder = new ArrayList<>();
    request.resources().forEach(each -> inOrder.add(requireNonNull(seen.get(name(each)))));
    return new Answer(inOrder, now.unmanaged(), calls, now.notes());
  }

  private static String name(RecordedResource resource) {
    return resource.address().toString();
  }

  private final class Noted implements StateSource {
    private final StateSource state;

    private Noted(StateSource state) {
      this.state = state;
    }

    @Override
    public String uri() {
      return state.uri();
    }

    @Override
    public StateIdentity read(Consumer<? super RecordedResource> each) throws StateException {
      StateIdentity identity = state.read(each);
      read = identity;
      return identity;
    }

    @Override
    public String currentVersion() throws StateException {
      return state.currentVersion();
    }

    @Override
    public Optional<Lock> lock() throws StateException {
      return state.lock();
    }
  }
}
