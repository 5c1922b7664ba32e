package dev.plumbline.publish.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Checks that markdown made of hostile data is only ever ours. */
public final class Hostile {

  private Hostile() {}

  /** Asserts that outside of fences no data is active, and that no fence is closed early. */
  public static void assertInert(String markdown) {
    List<String> outside = new ArrayList<>();
    String fence = "";
    for (String line : markdown.split("\n", -1)) {
      if (fence.isEmpty() && line.startsWith("```")) {
        fence = line.substring(0, line.lastIndexOf('`') + 1);
      } else if (!fence.isEmpty() && line.strip().equals(fence)) {
        fence = "";
      } else if (fence.isEmpty()) {
        outside.add(line);
      } else {
        assertThat(line).matches("[-+! ] .*|[}] *|").doesNotContain("<!--");
      }
    }
    assertThat(fence).as("every fence is closed").isEmpty();
    outside.forEach(Hostile::assertLine);
    assertThat(markdown.codePoints().filter(point -> point != '\n'))
        .noneMatch(point -> Character.getType(point) == Character.CONTROL)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }

  private static void assertLine(String line) {
    String data = line.replaceAll("</?(code|details|summary|sub|em)>", "");
    assertThat(data)
        .doesNotContain("<", "@", "`", "![", "://", "~")
        .doesNotStartWith("/plumbline")
        .doesNotContain("[");
    if (line.startsWith("| ")) {
      assertThat(line.chars().filter(c -> c == '|').count()).isIn(3L, 4L, 6L);
    }
  }
}
