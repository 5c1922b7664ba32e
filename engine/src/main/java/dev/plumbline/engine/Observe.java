package dev.plumbline.engine;

import dev.plumbline.state.RecordedResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * The port to live resources. Implementations are thread-safe and never throw for a resource: they
 * answer Unreadable.
 */
public interface Observe {

  /** Observes every resource of the request, and has returned by its deadline. */
  Answer observe(Request request);

  /**
   * What to observe.
   *
   * @param stack the stack's name
   * @param resources the recorded resources to observe, without deposed ones
   * @param recorded all that are known of the state, those to observe among them: they tell where
   *     one another live, and whose what is there is
   * @param defaultRegion the region of resources that nothing else places
   * @param providers where each provider configuration points, by key ({@code aws}, {@code
   *     aws.us_west_2})
   * @param unmanaged whether to look for resources that are in no state
   * @param deadline when to stop; what was not read by then is Unreadable
   * @param progress told the number of resources observed since it was last told
   * @param aspects the actions by which what is wanted of a resource is read; none for all of it
   */
  record Request(
      String stack,
      List<RecordedResource> resources,
      List<RecordedResource> recorded,
      String defaultRegion,
      Map<String, Placement> providers,
      boolean unmanaged,
      Instant deadline,
      IntConsumer progress,
      Function<RecordedResource, Set<String>> aspects) {

    /** A request that knows of no others than those to observe, and wants all of each. */
    public Request(
        String stack,
        List<RecordedResource> resources,
        String defaultRegion,
        Map<String, Placement> providers,
        boolean unmanaged,
        Instant deadline,
        IntConsumer progress) {
      this(
          stack,
          resources,
          resources,
          defaultRegion,
          providers,
          unmanaged,
          deadline,
          progress,
          _ -> Set.of());
    }

    /** The same of which only these are observed. */
    public Request of(List<RecordedResource> some) {
      return new Request(
          stack, some, recorded, defaultRegion, providers, unmanaged, deadline, progress, aspects);
    }

    /** The same with that deadline. */
    public Request by(Instant end) {
      return new Request(
          stack, resources, recorded, defaultRegion, providers, unmanaged, end, progress, aspects);
    }

    /** The same of which these parts are wanted. */
    public Request wanting(Function<RecordedResource, Set<String>> some) {
      return new Request(
          stack,
          resources,
          recorded,
          defaultRegion,
          providers,
          unmanaged,
          deadline,
          progress,
          some);
    }
  }

  /**
   * Where a provider configuration points; "" for what is not configured.
   *
   * @param account a 12-digit account id
   * @param region a region code
   */
  record Placement(String account, String region) {}

  /**
   * One resource's observation and the place it was made in.
   *
   * @param account the account, "" where it is not known
   * @param region the region, "" for global resources
   */
  record Observed(Observation observation, String account, String region) {}

  /**
   * What lives in the account and is in no state.
   *
   * @param id the id that {@code terraform import} takes
   */
  record Unmanaged(String type, String id, String account, String region) {}

  /**
   * The answer: one element for each requested resource, in the request's order.
   *
   * @param calls API calls made, by IAM action
   */
  record Answer(
      List<Observed> observed,
      List<Unmanaged> unmanaged,
      SequencedMap<String, Long> calls,
      List<String> notes) {}
}
