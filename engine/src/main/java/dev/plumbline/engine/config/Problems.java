package dev.plumbline.engine.config;

import dev.plumbline.engine.config.ConfigurationException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong, so that one reading names every mistake. */
final class Problems {

  private final List<Problem> found = new ArrayList<>();

  void add(Node at, String path, String message, String action) {
    add(at.getStartMark(), path, message, action);
  }

  void add(Mark at, String path, String message, String action) {
    found.add(new Problem(at.getLine() + 1, at.getColumn() + 1, path, message, action));
  }

  void check(String origin) throws ConfigurationException {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
      throw new ConfigurationException(origin, found);
    }
  }
}
