package dev.plumbline.wiring.announce;

import dev.plumbline.publish.github.RemediationNews.CodeLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to change in the code so that it says what is there, read off a plan that would undo it: the
 * plan goes from what is there to what the code says, so what stands left of the arrow is wanted.
 */
public final class CodeLines {

  private static final Pattern RESOURCE = Pattern.compile("# (\\S.*?) (will be|must be|is) .*");
  private static final Pattern CHANGED =
      Pattern.compile("([~+-]) +(\"[^\"]*\"|[\\w.\\[\\]-]+) += (.*[^{\\[(])");

  private static final String ARROW = " -> ";

  private CodeLines() {}

  /**
   * One for each attribute that differs.
   *
   * @param plan in Terraform's style
   */
  public static List<CodeLine> of(String plan) {
    List<CodeLine> lines = new ArrayList<>();
    String address = "";
    for (String line : plan.lines().map(String::strip).toList()) {
      Matcher resource = RESOURCE.matcher(line);
      if (resource.matches()) {
        address = resource.group(1);
        whole(address, line).ifPresent(lines::add);
      }
      Matcher changed = CHANGED.matcher(line);
      if (changed.matches()) {
        lines.add(new CodeLine(address, "", wanted(changed)));
      }
    }
    return lines;
  }

  private static Optional<CodeLine> whole(String address, String line) {
    return line.endsWith("will be created")
        ? Optional.of(new CodeLine(address, "", "it is gone: remove its block"))
        : Optional.empty();
  }

  private static String wanted(Matcher changed) {
    String name = changed.group(2);
    String value = changed.group(3);
    if (changed.group(1).equals("+")) {
      return "%s: remove it".formatted(name);
    }
    int arrow = value.indexOf(ARROW);
    return "%s = %s".formatted(name, arrow < 0 ? value : value.substring(0, arrow));
  }
}
