package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ListingsTest {

  private final List<Integer> filters = Collections.synchronizedList(new ArrayList<>());
  private int listings;

  @Test
  void few_ids_are_asked_for_by_filter_each_once() {
    assertThat(byId(false, List.of("b", "a", "b", "", "gone"))).containsOnlyKeys("a", "b");
    assertThat(filters).containsExactly(3);
    assertThat(listings).isZero();
  }

  @Test
  void a_filter_holds_no_more_than_200_ids() {
    byId(false, IntStream.range(0, 450).mapToObj(i -> "i-" + i).toList());
    assertThat(filters).containsExactlyInAnyOrder(200, 200, 50);
  }

  @Test
  void many_ids_cost_less_as_one_listing() {
    byId(false, IntStream.range(0, 1_001).mapToObj(i -> "i-" + i).toList());
    assertThat(filters).isEmpty();
    assertThat(listings).isEqualTo(1);
  }

  @Test
  void where_everything_is_looked_for_it_is_listed_at_once() {
    assertThat(byId(true, List.of("a"))).containsOnlyKeys("a", "unmanaged");
    assertThat(filters).isEmpty();
    assertThat(listings).isEqualTo(1);
  }

  @Test
  void no_ids_cost_no_call() {
    assertThat(byId(false, List.of(""))).isEmpty();
    assertThat(filters).isEmpty();
    assertThat(listings).isZero();
  }

  private Map<String, String> byId(boolean discovering, List<String> ids) {
    return Listings.byId(
        FakeScope.scope(discovering, Map.of()),
        ids,
        some -> {
          filters.add(some.size());
          return some.stream().filter(id -> !id.equals("gone")).toList();
        },
        () -> {
          listings++;
          return List.of("a", "unmanaged");
        },
        id -> id);
  }
}
