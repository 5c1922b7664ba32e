package dev.plumbline.remediation.steps;

import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.remediation.Remediations.Reply.Refused;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a token names.
 *
 * @param remediation empty where it names none that may be spoken of here
 * @param refusal why
 */
record Named(Optional<Remediation> remediation, Optional<Refused> refusal) {

  private static final Pattern TOKEN = Pattern.compile("([A-Za-z0-9]{10})(-[0-9a-f]{12})?");

  /**
   * Finds it.
   *
   * @param stack the stack it was said at; of another stack's plans nothing is told there
   * @param planned whether the token has to name the very plan
   */
  static Named find(RemediationStore store, String token, Optional<String> stack, boolean planned)
      throws IOException {
    Matcher matcher = TOKEN.matcher(token.strip());
    if (!matcher.matches() || (planned && matcher.group(2) == null)) {
      return refused(
          "this is no plan's name",
          "Copy the name beside the plan, such as 7k2mq9xw3a-0c1f22ab90de.");
    }
    Optional<Remediation> found = store.find(matcher.group(1));
    if (found.isEmpty()) {
      return refused("there is no such plan", "Look up its name on the stack's issue.");
    }
    if (stack.isPresent() && !stack.get().equals(found.get().stack())) {
      return refused("this plan is another stack's", "Answer it on the issue of its own stack.");
    }
    if (matcher.group(2) != null
        && found
            .get()
            .plan()
            .filter(p -> p.token(found.get().id()).equals(token.strip()))
            .isEmpty()) {
      return refused("this plan is not the one that was made last", "Look at the plan that was.");
    }
    return new Named(found, Optional.empty());
  }

  private static Named refused(String why, String action) {
    return new Named(Optional.empty(), Optional.of(new Refused(why, action)));
  }
}
