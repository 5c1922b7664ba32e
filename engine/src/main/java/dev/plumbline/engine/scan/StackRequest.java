package dev.plumbline.engine.scan;

import dev.plumbline.engine.Observe.Placement;
import dev.plumbline.engine.compare.Tags;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateSource;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What to scan.
 *
 * @param name the stack's name
 * @param environment its environment, "" where it has none
 * @param source where its state lies
 * @param defaultRegion the region of resources that nothing else places
 * @param providers where each provider configuration points, by key ({@code aws}, {@code
 *     aws.us_west_2})
 * @param tags which tags count, by the same keys; a key that is missing means all of them
 * @param wanted which resources are asked for; the others are left out of the report
 * @param unmanaged whether to look for resources in no state
 * @param lockWait how long to wait for a lock to be released or a changing state to settle
 * @param timeout how long reading the state and observing may take
 * @param aspects the actions by which what is wanted of a resource is read; none for all of it
 */
public record StackRequest(
    String name,
    String environment,
    StateSource source,
    String defaultRegion,
    Map<String, Placement> providers,
    Map<String, Tags> tags,
    Predicate<RecordedResource> wanted,
    boolean unmanaged,
    Duration lockWait,
    Duration timeout,
    Function<RecordedResource, Set<String>> aspects) {

  /** For all of each resource that is asked for. */
  public StackRequest(
      String name,
      String environment,
      StateSource source,
      String defaultRegion,
      Map<String, Placement> providers,
      Map<String, Tags> tags,
      Predicate<RecordedResource> wanted,
      boolean unmanaged,
      Duration lockWait,
      Duration timeout) {
    this(
        name,
        environment,
        source,
        defaultRegion,
        providers,
        tags,
        wanted,
        unmanaged,
        lockWait,
        timeout,
        _ -> Set.of());
  }

  /** The same request with its state read from there. */
  public StackRequest withSource(StateSource other) {
    return with(other, tags, wanted, aspects);
  }

  /** The same request for those resources. */
  public StackRequest withWanted(Predicate<RecordedResource> others) {
    return with(source, tags, others, aspects);
  }

  /** The same request, which asks for some of a resource where less than all may have changed. */
  public StackRequest withAspects(Function<RecordedResource, Set<String>> some) {
    return with(source, tags, wanted, some);
  }

  /** The same request with other tags counting. */
  public StackRequest withTags(Map<String, Tags> counted) {
    return with(source, Map.copyOf(counted), wanted, aspects);
  }

  private StackRequest with(
      StateSource from,
      Map<String, Tags> counted,
      Predicate<RecordedResource> which,
      Function<RecordedResource, Set<String>> some) {
    return new StackRequest(
        name,
        environment,
        from,
        defaultRegion,
        providers,
        counted,
        which,
        unmanaged,
        lockWait,
        timeout,
        some);
  }
}
