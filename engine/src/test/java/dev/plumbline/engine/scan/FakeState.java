package dev.plumbline.engine.scan;

import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A state in memory that can be locked, can move and can fail, as a test scripts it. */
final class FakeState implements StateSource {

  static final StateIdentity IDENTITY =
      new StateIdentity("s3://states/a.tfstate", "v1", 7, "lineage", "terraform", "1.11.4");

  private static final Lock LOCK =
      new Lock("lock-1", "ana@laptop", "OperationTypeApply", "2026-01-01T00:00:00Z", "item");

  private final List<RecordedResource> resources;
  private final Deque<Boolean> locks = new ArrayDeque<>();
  private final Deque<String> versions = new ArrayDeque<>();
  private final Deque<StateException> failures = new ArrayDeque<>();
  private int reads;

  FakeState(RecordedResource... resources) {
    this.resources = List.of(resources);
  }

  /** Whether it is locked at each look; the last one stays. */
  FakeState locked(Boolean... looks) {
    locks.addAll(List.of(looks));
    return this;
  }

  /** Its version at each look; the last one stays. */
  FakeState versions(String... looks) {
    versions.addAll(List.of(looks));
    return this;
  }

  /** The next readings fail so. */
  FakeState failing(StateException... readings) {
    failures.addAll(List.of(readings));
    return this;
  }

  int reads() {
    return reads;
  }

  @Override
  public String uri() {
    return IDENTITY.uri();
  }

  @Override
  public StateIdentity read(Consumer<? super RecordedResource> each) throws StateException {
    reads++;
    if (!failures.isEmpty()) {
      throw failures.pop();
    }
    resources.forEach(each);
    return IDENTITY;
  }

  @Override
  public String currentVersion() {
    return next(versions).orElse("v1");
  }

  @Override
  public Optional<Lock> lock() {
    return next(locks).filter(locked -> locked).map(_ -> LOCK);
  }

  private static <T> Optional<T> next(Deque<T> script) {
    return script.size() > 1 ? Optional.of(script.pop()) : Optional.ofNullable(script.peek());
  }
}
