package dev.plumbline.publish.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.model.block.LayoutBlock;
import dev.plumbline.publish.escape.Mrkdwn;
import dev.plumbline.publish.slack.Click.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer that only whoever asked sees.
 *
 * @param notification what is shown where blocks are not, escaped
 */
public record EphemeralAnswer(String notification, List<LayoutBlock> blocks) {

  private static final String EPHEMERAL = "ephemeral";
  private static final int NOTIFICATION = 300;
  private static final int MOST = 8_000;

  public EphemeralAnswer {
    blocks = List.copyOf(blocks);
  }

  /**
   * An answer of escaped lines, as many as fit.
   *
   * @param mrkdwn none longer than a section
   */
  public static EphemeralAnswer of(List<String> mrkdwn) {
    List<String> lines = new ArrayList<>();
    int length = 0;
    for (String line : mrkdwn) {
      length += line.length();
      if (length > MOST) {
        lines.add("…");
        break;
      }
      lines.add(line);
    }
    String first = lines.stream().findFirst().orElse("");
    return new EphemeralAnswer(
        first.length() <= NOTIFICATION ? first : "Plumbline answers.", BlockText.sections(lines));
  }

  /**
   * A question with a button that carries it out and one that does not.
   *
   * @return empty where there is too much in it for a button
   */
  public static Optional<EphemeralAnswer> question(Click click, String asked, String label) {
    return Buttons.plain(click, label, click.kind() == Kind.CONFIRM_REVERT ? "danger" : "primary")
        .map(
            button -> {
              List<String> lines = new ArrayList<>(List.of(asked));
              click.addresses().forEach(each -> lines.add("• " + Mrkdwn.code(each, 500)));
              List<LayoutBlock> blocks = new ArrayList<>(BlockText.sections(lines));
              blocks.addAll(
                  Buttons.row(
                      "plumbline_question",
                      List.of(
                          Optional.of(button),
                          Buttons.plain(Click.of(Kind.CANCEL, ""), "Cancel", ""))));
              return new EphemeralAnswer(asked, blocks);
            });
  }

  /** As the answer to a command. */
  public SlashCommandResponse toCommand() {
    return SlashCommandResponse.builder()
        .responseType(EPHEMERAL)
        .text(notification)
        .blocks(blocks)
        .build();
  }

  /**
   * As a late answer.
   *
   * @param replacing whether it takes the place of the message whose button was pressed
   */
  public ActionResponse toClick(boolean replacing) {
    return ActionResponse.builder()
        .responseType(EPHEMERAL)
        .replaceOriginal(replacing)
        .text(notification)
        .blocks(blocks)
        .build();
  }
}
