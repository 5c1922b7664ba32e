package dev.plumbline.wiring;

import dev.plumbline.engine.Observe.Placement;
import dev.plumbline.engine.compare.Tags;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.engine.config.StackEntry;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.state.RecordedResource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Turns what the user named, states or a configuration's stacks, into scan requests. Thread-safe.
 */
public final class StackPlans {

  private static final Settings PLAIN =
      new Settings(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Publish.NOWHERE,
          new LinkedHashMap<>(),
          Optional.empty());

  private final States states;
  private final String region;
  private final ScanOptions options;

  /**
   * @param region the region of resources that neither they nor their stack place
   */
  public StackPlans(States states, String region, ScanOptions options) {
    this.states = states;
    this.region = region;
    this.options = options;
  }

  /**
   * A stack's name with what the configuration sets for it.
   *
   * @param size its state's, in bytes; 0 where nobody looked
   */
  public record Named(String name, String state, Settings settings, long size) {

    /** One whose state nobody has looked at. */
    public Named(String name, String state, Settings settings) {
      this(name, state, settings, 0);
    }
  }

  /**
   * Requests for states named by hand: a stack of the configuration where it has that state, else
   * called like it.
   */
  public List<StackRequest> ofStates(List<String> uris, Configuration configuration) {
    Map<String, Named> configured = new HashMap<>();
    written(configuration).forEach(each -> configured.put(each.state(), each));
    return uris.stream()
        .distinct()
        .map(uri -> request(configured.getOrDefault(uri, new Named(uri, uri, PLAIN))))
        .toList();
  }

  /** The stacks that the configuration writes out, without those that a pattern finds. */
  public List<Named> written(Configuration configuration) {
    return configuration.stacks().stream()
        .filter(StackEntry.Stack.class::isInstance)
        .flatMap(entry -> named(entry).stream())
        .toList();
  }

  /** Requests for those of the stacks that are asked for. */
  public List<StackRequest> of(List<Named> stacks) {
    return stacks.stream()
        .filter(each -> options.stacks().isEmpty() || options.stacks().contains(each.name()))
        .map(this::request)
        .toList();
  }

  /**
   * The configuration's stacks, those that a pattern finds included.
   *
   * @throws IllegalArgumentException where two stacks have one name, or a pattern's bucket cannot
   *     be listed
   */
  public List<Named> stacks(Configuration configuration) {
    Map<String, Named> byName = new LinkedHashMap<>();
    for (StackEntry entry : configuration.stacks()) {
      for (Named stack : named(entry)) {
        Named other = byName.putIfAbsent(stack.name(), stack);
        if (other != null) {
          throw new IllegalArgumentException(
              "Two stacks are called %s: %s and %s. Name one of them in the configuration."
                  .formatted(stack.name(), other.state(), stack.state()));
        }
      }
    }
    return List.copyOf(byName.values());
  }

  /**
   * The stacks of one entry: the one it names, or those that its pattern finds.
   *
   * @throws IllegalArgumentException where the pattern's bucket cannot be listed
   */
  public List<Named> named(StackEntry entry) {
    return switch (entry) {
      case StackEntry.Stack(var name, var state, var settings) ->
          List.of(new Named(name, state, settings));
      case StackEntry.Discovery(var pattern, var settings) ->
          new FoundStacks(states).of(pattern, settings);
    };
  }

  /** How large a stack's state is, in bytes; 0 where that is not told. */
  public long size(Named stack) {
    return stack.size() > 0
        ? stack.size()
        : states.size(stack.state(), stack.settings().stateRole());
  }

  private StackRequest request(Named stack) {
    Settings settings = stack.settings();
    Map<String, Placement> places = new HashMap<>();
    Map<String, Tags> tags = new HashMap<>();
    settings
        .providers()
        .forEach(
            (key, provider) -> {
              places.put(
                  key, new Placement(provider.account().orElse(""), provider.region().orElse("")));
              tags.put(key, new Tags(provider.ignoreTags()));
            });
    return new StackRequest(
        stack.name(),
        settings.environment(),
        states.open(stack.state(), settings.lock(), settings.stateRole()),
        settings.region().orElse(region),
        places,
        tags,
        wanted(),
        options.unmanaged(),
        options.lockWait(),
        options.timeout());
  }

  private Predicate<RecordedResource> wanted() {
    List<Glob> addresses = options.addresses().stream().map(Glob::new).toList();
    List<Glob> types = options.types().stream().map(Glob::new).toList();
    return resource ->
        (addresses.isEmpty() || fits(addresses, resource.address().toString()))
            && (types.isEmpty() || fits(types, resource.type()));
  }

  private static boolean fits(List<Glob> globs, String text) {
    return globs.stream().anyMatch(glob -> glob.matches(text));
  }
}
