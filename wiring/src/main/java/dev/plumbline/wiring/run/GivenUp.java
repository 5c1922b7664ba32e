package dev.plumbline.wiring.run;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * Observes nothing, in place of what ended whoever observed it: the rest of the stack is told of,
 * and of these resources that nobody knows. Immutable.
 */
public final class GivenUp implements Observe {

  private static final Observed UNREAD =
      new Observed(
          new Observation.Unreadable(
              "", "the function that was to read it ended without an answer, twice."),
          "",
          "");

  @Override
  public Answer observe(Request request) {
    return new Answer(
        Collections.nCopies(request.resources().size(), UNREAD),
        List.of(),
        new TreeMap<>(),
        List.of());
  }
}
