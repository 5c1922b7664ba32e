package dev.plumbline.wiring.work;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Origin;
import java.io.IOException;

/** Whether the face somebody came in by lets them ask for things. Thread-safe. */
@FunctionalInterface
public interface Permissions {

  /** Whether they may, asked anew where the face can be asked. */
  boolean mayAsk(Actor by, Origin origin) throws IOException;
}
