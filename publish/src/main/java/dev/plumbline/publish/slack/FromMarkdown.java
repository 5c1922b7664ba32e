package dev.plumbline.publish.slack;

import dev.plumbline.publish.escape.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our own markdown, in which data was escaped, as mrkdwn. Knows what we write: headings, lists,
 * bold, code in backticks or in {@code <code>} with entities, links to https, fences. Anything else
 * is text. Thread-safe.
 */
public final class FromMarkdown {

  private static final int LINE = 1500;
  private static final int CODE = 1000;

  private static final Pattern INLINE =
      Pattern.compile(
          "<code>(?<element>.*?)</code>"
              + "|`(?<span>[^`]+)`"
              + "|\\*\\*(?<bold>[^*<`]+)\\*\\*"
              + "|\\[(?<label>[^\\]\\[<>]+)]\\((?<link>https://[^\\s()<>|]+)\\)");

  private static final Pattern TAG =
      Pattern.compile("</?(details|summary|sub|sup|em|strong|p|br)( [a-z]+)?/?>");

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(?<number>\\d{1,6})|(?<name>amp|lt|gt|quot|apos));");

  private FromMarkdown() {}

  /** Escaped lines, each short enough for a section; blocks of code are one of them each. */
  public static List<String> lines(String markdown) {
    List<String> lines = new ArrayList<>();
    StringBuilder fenced = new StringBuilder();
    String fence = "";
    for (String line : markdown.lines().toList()) {
      if (fence.isEmpty() && line.startsWith("```")) {
        fence = line.substring(0, line.lastIndexOf('`') + 1);
      } else if (!fence.isEmpty() && line.strip().equals(fence)) {
        lines.addAll(Mrkdwn.fences(fenced.toString(), BlockText.SECTION, 2));
        fenced.setLength(0);
        fence = "";
      } else if (fence.isEmpty()) {
        lines.add(line(line));
      } else {
        fenced.append(line).append('\n');
      }
    }
    if (!fenced.isEmpty()) {
      lines.addAll(Mrkdwn.fences(fenced.toString(), BlockText.SECTION, 2));
    }
    return lines;
  }

  private static String line(String markdown) {
    String line = TAG.matcher(markdown).replaceAll("");
    if (line.matches("#{1,6} .*")) {
      return "*" + inline(line.replaceFirst("#+ ", "").replace("**", "")) + "*";
    }
    return line.matches("\\s*[-*] .*")
        ? "• " + inline(line.replaceFirst("^\\s*[-*] ", ""))
        : inline(line);
  }

  private static String inline(String line) {
    StringBuilder out = new StringBuilder();
    Matcher found = INLINE.matcher(line);
    int end = 0;
    while (found.find() && out.length() < LINE) {
      out.append(text(line.substring(end, found.start()))).append(marked(found));
      end = found.end();
    }
    return out.append(out.length() < LINE ? text(line.substring(end)) : "…").toString();
  }

  private static String marked(Matcher found) {
    if (found.group("element") != null) {
      return Mrkdwn.code(decoded(found.group("element")), CODE);
    }
    if (found.group("span") != null) {
      return Mrkdwn.code(decoded(found.group("span")), CODE);
    }
    if (found.group("bold") != null) {
      return "*" + text(found.group("bold")) + "*";
    }
    return "<%s|%s>"
        .formatted(
            found.group("link").replace("&", "&amp;"),
            text(found.group("label")).replace("|", "/"));
  }

  private static String text(String markdown) {
    return Mrkdwn.text(decoded(markdown), LINE - 500);
  }

  private static String decoded(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(
            entity ->
                Matcher.quoteReplacement(character(entity.group("number"), entity.group("name"))));
  }

  private static String character(@Nullable String number, @Nullable String name) {
    if (number != null) {
      int point = Integer.parseInt(number);
      return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
    return switch (String.valueOf(name)) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> "&";
    };
  }
}
