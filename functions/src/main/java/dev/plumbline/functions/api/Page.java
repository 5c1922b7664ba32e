package dev.plumbline.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list. */
final class Page {

  private Page() {}

  /**
   * A page.
   *
   * @param next where it ended; empty where nothing follows
   */
  static <T> ObjectNode of(
      List<T> items, Function<T, ? extends JsonNode> json, Optional<JsonNode> next) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    var array = page.putArray("items");
    items.forEach(item -> array.add(json.apply(item)));
    next.ifPresent(last -> page.put("nextCursor", Cursor.of(last)));
    return page;
  }

  /**
   * A page of a whole list, which goes on behind the item that the cursor names.
   *
   * @param name what an item is told by; if it is gone, the page before must be asked for anew
   */
  static <T> ObjectNode of(
      List<T> all, Function<T, String> name, Function<T, ? extends JsonNode> json, Request request)
      throws ProblemException {
    int limit = Query.limit(request);
    Optional<JsonNode> cursor = Cursor.in(request);
    int from = 0;
    if (cursor.isPresent()) {
      from = all.stream().map(name).toList().indexOf(cursor.get().asText()) + 1;
      if (from == 0) {
        throw Cursor.unusable();
      }
    }
    List<T> items = all.subList(from, Math.min(all.size(), from + limit));
    boolean more = from + items.size() < all.size();
    return of(
        items,
        json,
        more
            ? Optional.of(JsonNodeFactory.instance.textNode(name.apply(items.getLast())))
            : Optional.empty());
  }
}
