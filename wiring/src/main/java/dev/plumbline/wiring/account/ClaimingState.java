package dev.plumbline.wiring.account;

import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.util.Optional;
import java.util.function.Consumer;

/** A state whose resources are claimed as they are read. */
public record ClaimingState(StateSource state, Claims claims) implements StateSource {

  @Override
  public String uri() {
    return state.uri();
  }

  @Override
  public StateIdentity read(Consumer<? super RecordedResource> each) throws StateException {
    return state.read(
        resource -> {
          claims.add(resource);
          each.accept(resource);
        });
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
