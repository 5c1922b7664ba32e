package dev.plumbline.live.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Gatherers;

/**
 * Chooses between asking for some ids by filter and listing everything, by which costs fewer calls.
 */
public final class Listings {

  /** EC2's limit of values in one filter. */
  private static final int FILTER_VALUES = 200;

  /** From here on a listing in pages of 1,000 costs no more calls than filters of 200. */
  private static final int LIST_FROM = 1_000;

  private Listings() {}

  /**
   * What exists of these ids, by id. An id that is absent from the answer does not exist: the
   * listing has completed.
   *
   * @param ids the ids wanted, in any order, repeated or not
   * @param some asks for up to 200 ids by filter
   * @param all lists everything
   */
  public static <T> Map<String, T> byId(
      AwsScope scope,
      Collection<String> ids,
      Function<List<String>, List<T>> some,
      Supplier<List<T>> all,
      Function<T, String> id) {
    List<String> wanted = ids.stream().filter(each -> !each.isEmpty()).distinct().sorted().toList();
    List<T> found = new ArrayList<>();
    if (scope.discovering() || wanted.size() > LIST_FROM) {
      found.addAll(all.get());
    } else {
      scope
          .forAll(wanted.stream().gather(Gatherers.windowFixed(FILTER_VALUES)).toList(), some)
          .forEach(found::addAll);
    }
    Map<String, T> byId = new LinkedHashMap<>();
    found.forEach(each -> byId.put(id.apply(each), each));
    return byId;
  }
}
