package dev.plumbline.publish.slack;

import com.slack.api.model.block.LayoutBlock;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the stack's last accept or revert stands, and the plan that waits. */
final class RemedyBlocks {

  private static final int NAME = 120;
  private static final int SENTENCE = 800;
  private static final int REFUSALS = 5;

  private RemedyBlocks() {}

  /**
   * Its blocks.
   *
   * @param plans how many sections the plan's text may take
   */
  static List<LayoutBlock> of(String stack, Remedy remedy, int plans) {
    List<LayoutBlock> blocks = new ArrayList<>(BlockText.sections(List.of(status(remedy))));
    remedy.plan().ifPresent(plan -> blocks.addAll(waiting(stack, plan, plans)));
    return blocks;
  }

  private static String status(Remedy remedy) {
    String asked =
        switch (remedy.asked()) {
          case ACCEPT -> "Accept";
          case REVERT -> "Revert";
          case RESCAN -> "Rescan";
        };
    String approved =
        remedy.approvals() == 0 ? "" : ", " + Phrases.count(remedy.approvals(), "approval");
    return "*%s: %s*%s (%s, asked by %s, %s). %s"
        .formatted(
            asked,
            Mrkdwn.text(remedy.phase(), NAME),
            approved,
            Mrkdwn.code(remedy.id(), NAME),
            Mrkdwn.code(remedy.by(), NAME),
            Mrkdwn.text(remedy.changed(), NAME),
            Mrkdwn.code(remedy.outcome(), SENTENCE));
  }

  private static List<LayoutBlock> waiting(String stack, Remedy.Waiting plan, int plans) {
    List<LayoutBlock> blocks = new ArrayList<>(BlockText.sections(List.of(named(plan))));
    if (plans > 0) {
      Mrkdwn.fences(plan.text(), BlockText.SECTION, plans)
          .forEach(fence -> blocks.add(BlockText.section(fence)));
    } else {
      blocks.add(BlockText.section("The plan is too long to be shown here."));
    }
    blocks.addAll(BlockText.sections(refusals(plan)));
    blocks.addAll(
        Buttons.row(
            "plumbline_plan",
            List.of(
                plan.refusals().isEmpty() ? Buttons.approve(stack, plan) : Optional.empty(),
                Buttons.reject(stack, plan))));
    return blocks;
  }

  private static String named(Remedy.Waiting plan) {
    String commit = plan.commit().isEmpty() ? "the code at hand" : Mrkdwn.code(plan.commit(), NAME);
    return "*Plan* %s of %s: %s. It can be approved until %s."
        .formatted(
            Mrkdwn.code(plan.token(), NAME),
            commit,
            Mrkdwn.text(plan.does(), NAME),
            Mrkdwn.text(plan.expires(), NAME));
  }

  private static List<String> refusals(Remedy.Waiting plan) {
    if (plan.refusals().isEmpty()) {
      return List.of();
    }
    return Stream.concat(
            Stream.of("*It cannot be approved:*"),
            plan.refusals().stream()
                .limit(REFUSALS)
                .map(each -> "• " + Mrkdwn.code(each, SENTENCE / 2)))
        .toList();
  }
}
