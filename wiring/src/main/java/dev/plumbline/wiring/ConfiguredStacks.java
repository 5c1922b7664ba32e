package dev.plumbline.wiring;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.KeyPattern;
import dev.plumbline.engine.config.StackEntry;
import dev.plumbline.wiring.StackPlans.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration says of stacks whose names and states are known already: no bucket is listed
 * for it. Immutable.
 */
public final class ConfiguredStacks {

  private final Map<String, Named> written = new HashMap<>();
  private final List<StackEntry.Discovery> patterns = new ArrayList<>();

  public ConfiguredStacks(Configuration configuration) {
    for (StackEntry entry : configuration.stacks()) {
      switch (entry) {
        case StackEntry.Stack(var name, var state, var settings) ->
            written.put(name, new Named(name, state, settings));
        case StackEntry.Discovery discovery -> patterns.add(discovery);
      }
    }
  }

  /** The stack of that name with that state; empty where the configuration has it no more. */
  public Optional<Named> find(String name, String state) {
    Optional<Named> one =
        Optional.ofNullable(written.get(name)).filter(it -> it.state().equals(state));
    return one.isPresent()
        ? one
        : patterns.stream()
            .filter(pattern -> isFoundBy(pattern.discover(), name, state))
            .findFirst()
            .map(pattern -> new Named(name, state, pattern.settings()));
  }

  private static boolean isFoundBy(KeyPattern pattern, String name, String state) {
    String bucket = "s3://" + pattern.bucket() + "/";
    if (!state.startsWith(bucket)) {
      return false;
    }
    String key = state.substring(bucket.length());
    return pattern.matches(key) && FoundStacks.stackName(key).equals(name);
  }
}
