package dev.plumbline.wiring.events;

import dev.plumbline.engine.store.ResourceIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An index in memory. */
final class FakeIndex implements ResourceIndex {

  private final Map<String, Collection<Indexed>> stacks = new HashMap<>();
  private int questions;

  @Override
  public void replace(String stack, Collection<Indexed> resources) {
    stacks.put(stack, resources);
  }

  @Override
  public List<Target> find(String account, String name) {
    questions++;
    List<Target> found = new ArrayList<>();
    stacks.forEach(
        (stack, resources) ->
            resources.stream()
                .filter(each -> each.account().equals(account))
                .filter(each -> each.names().containsKey(name))
                .map(
                    each ->
                        new Target(
                            stack,
                            each.address(),
                            each.type(),
                            each.region(),
                            each.names().get(name)))
                .forEach(found::add));
    return found;
  }

  int questions() {
    return questions;
  }
}
