package dev.plumbline.live;

import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.live.aws.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The IAM policies that reading some resource types takes: the actions that their readers declare,
 * and no others. Immutable.
 *
 * @param documents each within {@link #LIMIT}; the actions of a service are never parted
 */
public record ReadPolicies(List<SortedMap<String, SortedSet<String>>> documents) {

  /** Characters of a managed policy, white space not counted. Source: IAM quotas. */
  public static final int LIMIT = 6_144;

  private static final int AROUND_DOCUMENT = 40;
  private static final int AROUND_STATEMENT = 70;
  private static final int AROUND_ACTION = 3;

  public ReadPolicies {
    documents = List.copyOf(documents);
  }

  /** The policies for these types; types without a reader take no permission. */
  public static ReadPolicies of(AwsTypes types, Collection<String> names) {
    SortedMap<String, SortedSet<String>> services = new TreeMap<>();
    for (String name : names) {
      types.type(name).map(ResourceType::actions).stream()
          .flatMap(actions -> actions.stream())
          .forEach(
              action ->
                  services
                      .computeIfAbsent(
                          action.substring(0, action.indexOf(':')), _ -> new TreeSet<>())
                      .add(action));
    }
    return new ReadPolicies(split(services));
  }

  private static List<SortedMap<String, SortedSet<String>>> split(
      SortedMap<String, SortedSet<String>> services) {
    List<SortedMap<String, SortedSet<String>>> documents = new ArrayList<>();
    int left = 0;
    for (Map.Entry<String, SortedSet<String>> service : services.entrySet()) {
      int size = size(service);
      if (size > left) {
        documents.add(new TreeMap<>());
        left = LIMIT - AROUND_DOCUMENT;
      }
      documents.getLast().put(service.getKey(), service.getValue());
      left -= size;
    }
    return documents;
  }

  /** Never too small. */
  private static int size(Map.Entry<String, SortedSet<String>> service) {
    return AROUND_STATEMENT
        + service.getKey().length()
        + service.getValue().stream().mapToInt(action -> action.length() + AROUND_ACTION).sum();
  }
}
