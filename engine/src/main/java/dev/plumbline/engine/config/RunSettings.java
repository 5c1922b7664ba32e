package dev.plumbline.engine.config;

/**
 * How a run over many stacks goes about them.
 *
 * @param splitOver the size of a state, in bytes, over which it is read in slices; {@link
 *     #NEVER_SPLIT} for none
 */
public record RunSettings(long splitOver) {

  /** No state is that large. */
  public static final long NEVER_SPLIT = Long.MAX_VALUE;

  /** Nothing is set: a state of some 1,200 resources is read at once, a larger one is not. */
  public static final RunSettings USUAL = new RunSettings(2_000_000);

  private static final String NEVER = "never";

  /**
   * As it is written.
   *
   * @param size fits {@link Form#SIZE}
   */
  static RunSettings splittingOver(String size) {
    if (size.equals(NEVER)) {
      return new RunSettings(NEVER_SPLIT);
    }
    long unit = size.endsWith("kB") ? 1_000 : 1_000_000;
    return new RunSettings(unit * Long.parseLong(size.substring(0, size.length() - 2)));
  }
}
