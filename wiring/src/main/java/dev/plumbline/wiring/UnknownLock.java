package dev.plumbline.wiring;

import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A state whose way of locking nobody told. The lock beside it is looked at; where that look is
 * denied, which S3 also answers for an object that is not there, there is taken to be none.
 */
record UnknownLock(StateSource state) implements StateSource {

  @Override
  public String uri() {
    return state.uri();
  }

  @Override
  public StateIdentity read(Consumer<? super RecordedResource> each) throws StateException {
    return state.read(each);
  }

  @Override
  public String currentVersion() throws StateException {
    return state.currentVersion();
  }

  @Override
  public Optional<Lock> lock() throws StateException {
    try {
      return state.lock();
    } catch (StateException failed) {
      if (failed.code() == Code.DENIED) {
        return Optional.empty();
      }
      throw failed;
    }
  }
}
