package dev.plumbline.live.aws;

import dev.plumbline.state.Value;
import java.util.function.Predicate;

/**
 * Values that a service shows although nobody set anything. What the state holds for them depends
 * on when it was written: nothing, or the default spelt out. Neither is drift from the other.
 */
public final class Defaults {

  private Defaults() {}

  /**
   * The observed value; the recorded one where both of them only say the default.
   *
   * @param isDefault whether a value that is not empty stands for the service's default
   */
  public static Value orRecorded(Value observed, Value recorded, Predicate<Value> isDefault) {
    return stands(observed, isDefault) && stands(recorded, isDefault) ? recorded : observed;
  }

  private static boolean stands(Value value, Predicate<Value> isDefault) {
    return value.isEmpty() || isDefault.test(value);
  }
}
