package dev.plumbline.engine;

import dev.plumbline.state.Value;
import java.util.List;

/**
 * One difference between recorded and observed. Inside the comparison it holds true values; what
 * leaves the engine has been through {@code Redactor}, which masks them where {@code sensitive}.
 *
 * @param path the attribute in Terraform's own name, or a nested path {@code block[0].attr} /
 *     {@code tags["Name"]}
 * @param expected what the state says; {@link Value.Null#NULL} for nothing
 * @param actual what the API says; {@link Value.Null#NULL} for nothing
 * @param sensitive whether values are masked
 * @param items for a set, a list or a document: its added, removed and changed elements
 */
public record Change(
    String path, Value expected, Value actual, boolean sensitive, List<Item> items) {
  public Change {
    items = List.copyOf(items);
  }

  /** What happened to one element. */
  public enum Action {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * One element of a set, list or document.
   *
   * @param action what happened to it
   * @param path where in the document, such as {@code Statement["AllowRead"]}; "" for an element of
   *     a set
   * @param expected what the state says, {@link Value.Null#NULL} where it was added
   * @param actual what the API says, {@link Value.Null#NULL} where it was removed
   */
  public record Item(Action action, String path, Value expected, Value actual) {}

  /** The attribute the path starts with. */
  public String attribute() {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    return path.substring(0, end);
  }
}
