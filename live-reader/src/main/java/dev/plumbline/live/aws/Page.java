package dev.plumbline.live.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing that the SDK has no paginator for.
 *
 * @param items what it holds
 * @param next what asks for the next page; null or "" on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Every page's items.
   *
   * @param ask asks for the page that the token names, the first one for null
   */
  public static <T> List<T> all(Function<@Nullable String, Page<T>> ask) {
    List<T> items = new ArrayList<>();
    Page<T> page = ask.apply(null);
    items.addAll(page.items());
    while (page.next() != null && !page.next().isEmpty()) {
      page = ask.apply(page.next());
      items.addAll(page.items());
    }
    return items;
  }
}
