package dev.plumbline.publish.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.plumbline.publish.slack.Click.Kind;
import java.util.List;
import java.util.Optional;

/** Buttons, each with a question before it does anything. */
final class Buttons {

  private static final int TITLE = 100;
  private static final int QUESTION = 300;
  private static final int ANSWER = 30;
  private static final int LABEL = 75;
  private static final int ADDRESS = 3000;
  private static final int NAME = 100;

  private Buttons() {}

  /** A row of them; empty where there is none. */
  static List<LayoutBlock> row(String id, List<Optional<BlockElement>> buttons) {
    List<BlockElement> there = buttons.stream().flatMap(Optional::stream).toList();
    return there.isEmpty()
        ? List.of()
        : List.of(ActionsBlock.builder().blockId(id).elements(there).build());
  }

  static Optional<BlockElement> offer(Offer offer, String stack) {
    String name = shortened(stack);
    return switch (offer) {
      case ACCEPT ->
          asking(
              Click.of(Kind.ACCEPT, stack),
              "Accept",
              "",
              "Plan to bring the state of %s to what is there now? Nothing changes before the plan is approved."
                  .formatted(name));
      case REVERT ->
          asking(
              Click.of(Kind.REVERT, stack),
              "Revert",
              "danger",
              "Plan to bring %s back to its code? Nothing changes before the plan is approved."
                  .formatted(name));
      case RESCAN ->
          asking(
              Click.of(Kind.RESCAN, stack),
              "Rescan",
              "",
              "Read %s again now? That changes nothing.".formatted(name));
    };
  }

  static Optional<BlockElement> approve(String stack, Remedy.Waiting plan) {
    String commit = plan.commit().isEmpty() ? "the code at hand" : "commit " + plan.commit();
    return asking(
        new Click(Kind.APPROVE, stack, plan.token(), List.of(), false),
        "Approve",
        "primary",
        "Apply exactly the plan with SHA-256 %s of %s?".formatted(plan.sha256(), commit));
  }

  static Optional<BlockElement> reject(String stack, Remedy.Waiting plan) {
    return asking(
        new Click(Kind.REJECT, stack, plan.token(), List.of(), false),
        "Reject",
        "danger",
        "Reject the plan %s? It cannot be applied then.".formatted(plan.token()));
  }

  /** A button that only opens an address; empty where it is none. */
  static Optional<BlockElement> open(Kind kind, String label, String address) {
    if (!address.matches("https://[!-~]{1,%d}".formatted(ADDRESS - 8))) {
      return Optional.empty();
    }
    return Optional.of(
        ButtonElement.builder()
            .actionId(Click.of(kind, "").actionId())
            .text(BlockText.plain(label, LABEL))
            .url(address)
            .build());
  }

  /** A button that does what it says at once, beneath a question that was asked already. */
  static Optional<BlockElement> plain(Click click, String label, String style) {
    return click
        .value()
        .map(
            value -> {
              var button =
                  ButtonElement.builder()
                      .actionId(click.actionId())
                      .value(value)
                      .text(BlockText.plain(label, LABEL));
              return style.isEmpty() ? button.build() : button.style(style).build();
            });
  }

  private static Optional<BlockElement> asking(
      Click click, String label, String style, String question) {
    ConfirmationDialogObject confirm =
        ConfirmationDialogObject.builder()
            .title(BlockText.plain(label + "?", TITLE))
            .text(BlockText.plain(question, QUESTION))
            .confirm(BlockText.plain(label, ANSWER))
            .deny(BlockText.plain("Cancel", ANSWER))
            .build();
    return plain(click, label, style)
        .map(
            button -> {
              ((ButtonElement) button).setConfirm(confirm);
              return button;
            });
  }

  private static String shortened(String stack) {
    return stack.length() <= NAME ? stack : stack.substring(0, NAME) + "…";
  }
}
