package dev.plumbline.live.aws;

import dev.plumbline.engine.Observation;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** A resource type whose answers a test gives. */
record FakeType(
    String name,
    boolean global,
    Optional<Parent> parent,
    Function<Batch, List<Observation>> reader,
    Function<AwsScope, List<String>> discovery)
    implements ResourceType {

  FakeType(String name, Function<Batch, List<Observation>> reader) {
    this(name, false, Optional.empty(), reader, _ -> List.of());
  }

  /** The type as a part of another. */
  FakeType of(Parent whole) {
    return new FakeType(name, global, Optional.of(whole), reader, discovery);
  }

  /** The type as one of an account and no region. */
  FakeType everywhere() {
    return new FakeType(name, true, parent, reader, discovery);
  }

  /** The type with what exists of it. */
  FakeType discovering(Function<AwsScope, List<String>> answer) {
    return new FakeType(name, global, parent, reader, answer);
  }

  /** A type of which everything recorded is there, in the account and region it is asked in. */
  static FakeType found(String name) {
    return new FakeType(
        name,
        batch ->
            batch.resources().stream().<Observation>map(_ -> batch.attributes().found()).toList());
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>();
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return reader.apply(batch);
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return discovery.apply(scope);
  }
}
