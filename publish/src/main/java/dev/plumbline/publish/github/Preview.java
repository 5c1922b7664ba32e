package dev.plumbline.publish.github;

import dev.plumbline.engine.Report;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.github.Outcome.Action;
import dev.plumbline.publish.github.Outcome.Result;
import java.util.List;
import java.util.Optional;

/** What the issues of a report would look like if there were none yet. */
final class Preview {

  private Preview() {}

  static Outcome of(Report report, MarkerKey key) {
    IssueText text = new IssueText(key, List.of());
    Lifecycle lifecycle = new Lifecycle(key, false);
    return new Outcome(
        report.stacks().stream()
            .filter(stack -> !Findings.of(stack).drift().isEmpty())
            .map(
                stack -> {
                  Memory memory = lifecycle.memory(stack, "", Optional.empty());
                  Draft draft = text.stack(report, stack, Background.NONE, memory);
                  return new Result(
                      stack.stack(), Action.CREATED, "", "", draft.title(), draft.body());
                })
            .toList());
  }
}
