package dev.plumbline.remediation.plan;

import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a plan says of one resource. {@link #toString()} names it and never its values, which may
 * hold secrets.
 *
 * @param step what is done; empty where nothing is
 * @param data whether it is only read by the code, and managed by nobody
 * @param before its attributes now
 * @param after its attributes then, without those not known before
 * @param sensitivePaths attribute paths that the plan marks as sensitive, before or after
 * @param unknown paths that are known only after the apply
 * @param replacing paths because of which it is replaced
 * @param previously its address in the state, where the code moved it
 */
public record PlannedChange(
    String address,
    String type,
    boolean data,
    Optional<Step> step,
    Value.Mapping before,
    Value.Mapping after,
    List<String> sensitivePaths,
    List<String> unknown,
    List<String> replacing,
    Optional<String> previously) {

  public PlannedChange {
    sensitivePaths = List.copyOf(sensitivePaths);
    unknown = List.copyOf(unknown);
    replacing = List.copyOf(replacing);
  }

  @Override
  public String toString() {
    return address + step.map(each -> " " + each).orElse("");
  }
}
