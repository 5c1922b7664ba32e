package dev.plumbline.wiring.run;

import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.RecordedResource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which slice each service's resources are in. A service is never cut: its types share listings,
 * and its API's limits are for all of them. The same state is always cut the same way, so that
 * whoever reads a slice need not ask who reads the others. Immutable.
 */
final class Slicing {

  private final AwsTypes types;
  private final Map<String, Integer> sliceOf = new HashMap<>();

  /** Cuts so that the largest slice is small: the largest service first, to whoever has least. */
  Slicing(List<RecordedResource> resources, AwsTypes types, int slices) {
    this.types = types;
    Map<String, Integer> sizes = new TreeMap<>();
    resources.forEach(each -> sizes.merge(service(each), 1, Integer::sum));
    int[] held = new int[slices];
    sizes.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(
            service -> {
              int least = least(held);
              held[least] += service.getValue();
              sliceOf.put(service.getKey(), least + 1);
            });
  }

  /** The slice, from 1, that a resource of the state is in. */
  int of(RecordedResource resource) {
    return sliceOf.getOrDefault(service(resource), 1);
  }

  /** Types that nobody reads cost nothing, wherever they are. */
  private String service(RecordedResource resource) {
    return types.service(resource.type());
  }

  private static int least(int[] held) {
    int least = 0;
    for (int i = 1; i < held.length; i++) {
      least = held[i] < held[least] ? i : least;
    }
    return least;
  }
}
