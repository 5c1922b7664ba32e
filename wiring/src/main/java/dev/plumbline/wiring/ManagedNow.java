package dev.plumbline.wiring;

import dev.plumbline.wiring.account.Claims;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What all configured stacks manage, by their states as they are now.
 *
 * @param deployedSince since when each deployment is under way
 * @param notes a sentence for each state that could not be read
 */
public record ManagedNow(Claims claims, Collection<Instant> deployedSince, List<String> notes) {

  public ManagedNow {
    deployedSince = List.copyOf(deployedSince);
    notes = List.copyOf(notes);
  }

  /**
   * Whether a state may yet get what was made then: who deploys holds the lock before making
   * anything, and gives it back when the state has it.
   */
  public boolean mayYetHave(Instant made) {
    return deployedSince.stream().anyMatch(since -> !since.isAfter(made));
  }
}
