package dev.plumbline.wiring.remediate;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.StackPlans.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Finds a stack of the configuration by its name. */
public final class NamedStack {

  private NamedStack() {}

  /** A stack that is written out is found without listing any bucket. */
  public static Optional<Named> of(StackPlans plans, Configuration configuration, String stack)
      throws IOException {
    Optional<Named> written = only(plans.written(configuration), stack);
    try {
      return written.isPresent() ? written : only(plans.stacks(configuration), stack);
    } catch (SdkException | IllegalArgumentException e) {
      throw new IOException(
          "Looking for stack %s among the configuration's patterns failed: %s"
              .formatted(stack, e.getMessage()),
          e);
    }
  }

  private static Optional<Named> only(List<Named> stacks, String name) {
    return stacks.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
