package dev.plumbline.functions.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Optional;

/**
 * Finds the stack that a path names. The gateway decodes a path once and drops what follows a
 * question mark; a name that it must not see is therefore encoded twice, and is decoded here where
 * no stack is called that.
 */
final class StackNames {

  /** In bytes; a table's key takes no more than twice that. */
  private static final int LONGEST = 1_024;

  private final Stacks stacks;

  StackNames(Stacks stacks) {
    this.stacks = stacks;
  }

  StackRecord find(String named) throws IOException, ProblemException {
    Optional<StackRecord> found = look(named);
    if (found.isEmpty() && named.contains("%")) {
      found = look(decoded(named));
    }
    return found.orElseThrow(
        () ->
            Problems.unknown(
                "stack", named, "List the stacks that were scanned with GET /v1/stacks."));
  }

  private Optional<StackRecord> look(String name) throws IOException {
    return possible(name) ? stacks.find(name) : Optional.empty();
  }

  /** Whether a stack can be called that. */
  static boolean possible(String name) {
    return !name.isBlank() && name.getBytes(UTF_8).length <= LONGEST;
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException _) {
      return name;
    }
  }
}
