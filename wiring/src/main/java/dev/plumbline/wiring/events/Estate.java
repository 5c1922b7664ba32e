package dev.plumbline.wiring.events;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.config.Configuration;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is there, and what stacks manage, as it is now. Thread-safe. */
@FunctionalInterface
public interface Estate {

  /**
   * Looks for what was made.
   *
   * @throws IOException where nothing can be said of any of it
   */
  View look(Configuration configuration, Collection<Created> created, Instant deadline)
      throws IOException;

  /**
   * What was seen. What is in none of these is gone again, or a stack has it.
   *
   * @param unmanaged what is there and in no stack's state
   * @param later what is there and a deployment that is under way may have made; with nothing what
   *     there was no time to look for
   * @param failed what could not be looked for, and why
   * @param notes what keeps some states from being known
   */
  record View(
      Map<Created, List<Unmanaged>> unmanaged,
      Map<Created, List<Unmanaged>> later,
      Map<Created, String> failed,
      List<String> notes) {

    public View {
      unmanaged = Map.copyOf(unmanaged);
      later = Map.copyOf(later);
      failed = Map.copyOf(failed);
      notes = List.copyOf(notes);
    }
  }
}
