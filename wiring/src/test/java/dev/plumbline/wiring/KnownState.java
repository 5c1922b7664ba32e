package dev.plumbline.wiring;

import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A state in memory that nobody writes. */
public record KnownState(StateIdentity identity, List<RecordedResource> resources)
    implements StateSource {

  @Override
  public String uri() {
    return identity.uri();
  }

  @Override
  public StateIdentity read(Consumer<? super RecordedResource> each) {
    resources.forEach(each);
    return identity;
  }

  @Override
  public String currentVersion() {
    return identity.versionId();
  }

  @Override
  public Optional<Lock> lock() {
    return Optional.empty();
  }
}
