package dev.plumbline.live.aws.sfn;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Step Functions, with what makes each reader. */
public final class SfnTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_sfn_activity", SfnActivity::new),
          Map.entry("aws_sfn_state_machine", SfnStateMachine::new));

  private SfnTypes() {}
}
