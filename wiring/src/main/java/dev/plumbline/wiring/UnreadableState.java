package dev.plumbline.wiring;

import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A state that is known not to be readable before it is looked at; the others of the scan are read
 * all the same.
 */
record UnreadableState(String uri, StateException.Code code, String message, String action)
    implements StateSource {

  @Override
  public StateIdentity read(Consumer<? super RecordedResource> each) throws StateException {
    throw failure();
  }

  @Override
  public String currentVersion() throws StateException {
    throw failure();
  }

  @Override
  public Optional<Lock> lock() throws StateException {
    throw failure();
  }

  private StateException failure() {
    return new StateException(code, message, action);
  }
}
