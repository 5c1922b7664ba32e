package dev.plumbline.wiring.run;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_DEFAULT;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One stack of a run, or a slice of one that is too large to be read at once.
 *
 * @param stack its name
 * @param state where its state lies
 * @param slice which slice, from 1; 0 for the whole stack
 * @param slices how many slices it is read in; 0 where it is read at once
 */
public record RunItem(
    String stack,
    String state,
    @JsonInclude(NON_DEFAULT) int slice,
    @JsonInclude(NON_DEFAULT) int slices) {

  /** What one more costs, its own reading of the state, is not worth it for fewer resources. */
  public static final int MOST_SLICES = 10;

  /** A stack that is read at once. */
  public RunItem(String stack, String state) {
    this(stack, state, 0, 0);
  }

  /** A stack whose state is that large: over the size, each so many bytes are a slice. */
  static RunItem of(String stack, String state, long size, long splitOver) {
    return size <= splitOver
        ? new RunItem(stack, state)
        : new RunItem(stack, state, 0, (int) Math.min(MOST_SLICES, Math.ceilDiv(size, splitOver)));
  }

  /** Whether this is a part of a stack. */
  public boolean sliced() {
    return slice > 0;
  }

  /** What is invoked for it. */
  List<RunItem> invocations() {
    return slices == 0
        ? List.of(this)
        : IntStream.rangeClosed(1, slices).mapToObj(this::slice).toList();
  }

  /** That slice of the same stack. */
  public RunItem slice(int which) {
    return new RunItem(stack, state, which, slices);
  }
}
