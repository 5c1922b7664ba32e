package dev.plumbline.wiring.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be ignored: {@code aws_ecs_service.web.desired_count} is a resource and an attribute
 * of it. Text that has not the form of Terraform's addresses is an address as a whole.
 */
record IgnoreTarget(String address, Optional<String> attribute) {

  private static final String NAME = "[\\p{L}_*][\\p{L}\\p{N}_*-]*+";
  private static final String INDEX = "\\[(?:\\d++|\\*|\"(?:[^\"\\\\]++|\\\\.)*+\")\\]";
  private static final Pattern FORM =
      Pattern.compile(
          "((?:module\\.NAME(?:INDEX)?+\\.)*+(?!module\\.)(?:data\\.)?+NAME\\.NAME(?:INDEX)?+)(?:\\.(\\S.*))?"
              .replace("NAME", NAME)
              .replace("INDEX", INDEX));

  static IgnoreTarget of(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? new IgnoreTarget(form.group(1), Optional.ofNullable(form.group(2)))
        : new IgnoreTarget(text, Optional.empty());
  }
}
