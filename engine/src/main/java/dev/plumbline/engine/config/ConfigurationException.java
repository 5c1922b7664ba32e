package dev.plumbline.engine.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration cannot be used. Holds every problem that was found, in the document's order. */
public final class ConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ConfigurationException(String origin, List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> "  " + problem)
            .collect(Collectors.joining("\n", heading(origin, problems.size()) + "\n", "")));
    this.problems = List.copyOf(problems);
  }

  /**
   * One mistake.
   *
   * @param line from 1
   * @param column from 1
   * @param path where in the document, such as {@code stacks[0].lock}; "" for the whole
   * @param message what is wrong
   * @param action what to do, in one sentence
   */
  public record Problem(int line, int column, String path, String message, String action) {
    @Override
    public String toString() {
      return "%d:%d %s%s. %s"
          .formatted(line, column, path.isEmpty() ? "" : path + ": ", message, action);
    }
  }

  /** Every problem, in the document's order. */
  public List<Problem> problems() {
    return problems;
  }

  private static String heading(String origin, int count) {
    return origin + (count == 1 ? " has a problem:" : " has %d problems:".formatted(count));
  }
}
