package dev.plumbline.wiring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.publish.render.Hostile;
import dev.plumbline.wiring.command.CommentText;
import java.util.List;
import java.util.stream.Collectors;

/** What it means that data stays text. */
public final class Inert {

  private static final String OURS = "<!-- plumbline:";

  private Inert() {}

  /**
   * In an issue or a comment: nothing is active, nothing is said, and only our lines are hidden.
   */
  public static void markdown(String text) {
    List<String> ours = text.lines().filter(line -> line.startsWith(OURS)).toList();
    assertThat(text.split("<!--", -1)).as("hidden lines are ours").hasSize(ours.size() + 1);
    Hostile.assertInert(
        text.lines().filter(line -> !line.startsWith(OURS)).collect(Collectors.joining("\n")));
    said(text);
  }

  /** Nothing in it is a command. */
  public static void said(String text) {
    assertThat(CommentText.command(text)).as("what would be carried out").isEmpty();
    assertThat(text.lines()).noneMatch(line -> line.startsWith("/plumbline"));
  }

  /** On a terminal or in a mail: lines of printable characters. */
  public static void plain(String text) {
    assertThat(text.codePoints().filter(point -> point != '\n'))
        .noneMatch(point -> Character.getType(point) == Character.CONTROL)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT)
        .noneMatch(point -> Character.getType(point) == Character.LINE_SEPARATOR)
        .noneMatch(point -> Character.getType(point) == Character.PARAGRAPH_SEPARATOR)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }
}
