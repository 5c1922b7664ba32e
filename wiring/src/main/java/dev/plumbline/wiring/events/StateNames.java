package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.ResourceIndex.Indexed;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A state that remembers what its resources are called as they are read, for the index of names.
 * For one scan.
 */
public final class StateNames implements StateSource {

  private final StateSource state;
  private final AwsTypes types;
  private final Map<String, SortedMap<String, SortedSet<String>>> names = new ConcurrentHashMap<>();

  public StateNames(StateSource state, AwsTypes types) {
    this.state = state;
    this.types = types;
  }

  @Override
  public String uri() {
    return state.uri();
  }

  @Override
  public StateIdentity read(Consumer<? super RecordedResource> each) throws StateException {
    names.clear();
    return state.read(
        resource -> {
          if (resource.deposed().isEmpty()) {
            types
                .interest(resource.type())
                .ifPresent(it -> names.put(resource.address().toString(), it.names(resource)));
          }
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

  /**
   * What the index is to know of the stack.
   *
   * @param report says where each resource lives
   */
  public List<Indexed> indexed(StackReport report) {
    return report.resources().stream()
        .filter(each -> !each.account().isEmpty())
        .flatMap(each -> indexed(each).stream())
        .toList();
  }

  private Optional<Indexed> indexed(ResourceReport resource) {
    return Optional.ofNullable(names.get(resource.address()))
        .map(
            called ->
                new Indexed(
                    resource.address(),
                    resource.type(),
                    resource.account(),
                    resource.region(),
                    called));
  }
}
