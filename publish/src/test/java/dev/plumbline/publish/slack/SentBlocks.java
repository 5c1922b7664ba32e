package dev.plumbline.publish.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.reflect.TypeToken;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Blocks as Slack would read them: parsed with the SDK's model, each of a kind that is known, each
 * within Slack's limits, and none with anything active in it but what we wrote ourselves.
 */
public final class SentBlocks {

  private final List<LayoutBlock> blocks;

  private SentBlocks(List<LayoutBlock> blocks) {
    this.blocks = blocks;
  }

  /** Parses and checks what was sent. */
  public static SentBlocks of(String json) {
    assertThat(json).hasSizeLessThanOrEqualTo(AlertBlocks.LONGEST + 2_000);
    List<LayoutBlock> blocks =
        GsonFactory.createSnakeCase()
            .fromJson(json, new TypeToken<List<LayoutBlock>>() {}.getType());
    SentBlocks sent = new SentBlocks(blocks);
    assertThat(blocks).hasSizeBetween(1, 50);
    blocks.forEach(SentBlocks::check);
    Set<String> ids = new HashSet<>();
    sent.buttons().forEach(button -> assertThat(ids.add(button.getActionId())).isTrue());
    return sent;
  }

  /** The labels of its buttons. */
  public List<String> labels() {
    return buttons().stream().map(button -> button.getText().getText()).toList();
  }

  /** What its buttons mean, but for those that only open an address. */
  public List<Click> clicks() {
    return buttons().stream()
        .filter(button -> button.getUrl() == null)
        .map(button -> Click.parse(button.getActionId(), button.getValue()).orElseThrow())
        .toList();
  }

  /** The question before that button does anything. */
  public String question(String label) {
    return buttons().stream()
        .filter(button -> button.getText().getText().equals(label))
        .map(button -> button.getConfirm().getText().getText())
        .findFirst()
        .orElseThrow();
  }

  /** All its texts, one a line. */
  public String text() {
    List<String> texts = new ArrayList<>();
    for (LayoutBlock block : blocks) {
      switch (block) {
        case HeaderBlock header -> texts.add(header.getText().getText());
        case SectionBlock section -> texts.add(section.getText().getText());
        case ContextBlock context ->
            context.getElements().forEach(each -> texts.add(((PlainTextObject) each).getText()));
        default -> {}
      }
    }
    return String.join("\n", texts);
  }

  List<ButtonElement> buttons() {
    return blocks.stream()
        .filter(ActionsBlock.class::isInstance)
        .flatMap(block -> ((ActionsBlock) block).getElements().stream())
        .map(ButtonElement.class::cast)
        .toList();
  }

  private static void check(LayoutBlock block) {
    switch (block) {
      case HeaderBlock header -> plain(header.getText(), 150);
      case SectionBlock section -> marked(section.getText());
      case ContextBlock context -> {
        assertThat(context.getElements()).hasSizeBetween(1, 10);
        for (ContextBlockElement element : context.getElements()) {
          plain((PlainTextObject) element, 3000);
        }
      }
      case ActionsBlock actions -> {
        assertThat(actions.getElements()).hasSizeBetween(1, 25);
        assertThat(actions.getBlockId()).hasSizeLessThanOrEqualTo(255);
        actions.getElements().forEach(SentBlocks::button);
      }
      default -> throw new AssertionError("an unknown kind of block: " + block);
    }
  }

  private static void button(BlockElement element) {
    ButtonElement button = (ButtonElement) element;
    plain(button.getText(), 75);
    assertThat(button.getActionId()).hasSizeBetween(1, 255);
    assertThat(Optional.ofNullable(button.getValue()).orElse("")).hasSizeLessThanOrEqualTo(2000);
    if (button.getUrl() != null) {
      assertThat(button.getUrl()).startsWith("https://").hasSizeLessThanOrEqualTo(3000);
    }
    ConfirmationDialogObject confirm = button.getConfirm();
    if (confirm != null) {
      plain(confirm.getTitle(), 100);
      plain((PlainTextObject) confirm.getText(), 300);
      plain(confirm.getConfirm(), 30);
      plain(confirm.getDeny(), 30);
    }
  }

  private static void plain(PlainTextObject text, int limit) {
    assertThat(text.getEmoji()).isFalse();
    inert(text.getText(), limit);
  }

  private static void marked(TextObject text) {
    MarkdownTextObject marked = (MarkdownTextObject) text;
    assertThat(marked.getVerbatim()).isTrue();
    inert(marked.getText(), 3000);
    String outside = outsideOfCode(marked.getText());
    assertThat(outside).doesNotContain("`", "://");
  }

  /** Fails where code is opened and not closed. */
  private static String outsideOfCode(String mrkdwn) {
    return mrkdwn.replaceAll("```\\n[^`]*```", "").replaceAll("`[^`\\n]+`", "");
  }

  private static void inert(String text, int limit) {
    assertThat(text).hasSizeBetween(1, limit).doesNotContain("<", ">");
    assertThat(text.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
    assertThat(text.codePoints())
        .noneMatch(point -> point != '\n' && Character.getType(point) == Character.CONTROL)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }
}
