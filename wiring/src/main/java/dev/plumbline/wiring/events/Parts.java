package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.store.ResourceIndex.Indexed;
import dev.plumbline.wiring.publish.Destinations;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Scans some resources of a stack. Thread-safe. */
public interface Parts {

  /**
   * Reads them.
   *
   * @return empty where the configuration has no such stack any more
   */
  Optional<Part> scan(Configuration configuration, Question question) throws IOException;

  /**
   * What to read.
   *
   * @param touched the addresses that were changed, with the actions by which what was changed is
   *     read; none where all of it may have been
   * @param known the stack's last report; what is not in it is read as well
   */
  record Question(
      String stack, Map<String, Set<String>> touched, StackReport known, Instant deadline) {}

  /**
   * What was read.
   *
   * @param report of that stack alone
   * @param managed all addresses of the state
   * @param origins the touched addresses for whose sake another was read
   * @param names what the index is to know, given where each resource lives
   * @param throttles how often AWS asked to be called less often
   */
  record Part(
      Report report,
      Destinations destinations,
      Set<String> managed,
      Function<String, Set<String>> origins,
      Function<StackReport, List<Indexed>> names,
      long throttles) {

    /** What was read of the stack. */
    public StackReport stack() {
      return report.stacks().getFirst();
    }
  }
}
