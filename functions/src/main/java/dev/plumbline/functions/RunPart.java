package dev.plumbline.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.wiring.run.RunItem;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One of the many scans of a run, as the state machine asks for it.
 *
 * @param run what the run is called
 * @param givenUp whether whoever was to read the slice ended without an answer, each time
 */
record RunPart(String run, RunItem item, boolean givenUp) {

  /** The name of an execution of a state machine; it becomes a part of keys. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  /**
   * Reads {@code {"run": …, "item": {"stack": …, "state": …}, "baseline": …, "dryRun": …}}; the
   * item of a slice has {@code slice} and {@code slices} as well, and one that is not to be read
   * any more comes with {@code "givenUp": true}.
   */
  static ScanInput read(JsonNode root) throws ScanInputException {
    JsonNode item = root.path("item");
    String stack = item.path("stack").asText();
    String state = item.path("state").asText();
    if (stack.isBlank() || state.isBlank()) {
      throw new ScanInputException("The item of a run names no stack and state");
    }
    int slice = item.path("slice").asInt();
    int slices = item.path("slices").asInt();
    if (slice < 0 || slice > slices || slices > RunItem.MOST_SLICES || (slices > 0 && slice == 0)) {
      throw new ScanInputException("There is no slice %d of %d".formatted(slice, slices));
    }
    RunPart part =
        new RunPart(
            name(root), new RunItem(stack, state, slice, slices), ScanInput.flag(root, "givenUp"));
    return new ScanInput(
        Set.of(stack),
        ScanInput.flag(root, "baseline"),
        ScanInput.flag(root, "dryRun"),
        false,
        Optional.of(part));
  }

  /** The run's name in an event. */
  static String name(JsonNode root) throws ScanInputException {
    String run = root.path("run").asText();
    if (!NAME.matcher(run).matches()) {
      throw new ScanInputException(
          "The name of a run is up to 80 letters, digits, hyphens and underscores");
    }
    return run;
  }
}
