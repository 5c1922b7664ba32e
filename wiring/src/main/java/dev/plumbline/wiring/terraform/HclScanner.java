package dev.plumbline.wiring.terraform;

import dev.plumbline.wiring.terraform.HclToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes a file apart into tokens. Comments are left out; templates are skipped as a whole. */
final class HclScanner {

  private static final int DEEPEST = 100;

  private final String source;
  private final List<HclToken> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private HclScanner(String source) {
    this.source = source;
  }

  static List<HclToken> scan(String source) throws HclException {
    HclScanner scanner = new HclScanner(source.startsWith("\uFEFF") ? source.substring(1) : source);
    while (scanner.more()) {
      scanner.next();
    }
    scanner.tokens.add(new HclToken(Kind.END, "", scanner.line));
    return scanner.tokens;
  }

  private void next() throws HclException {
    char c = source.charAt(at);
    if (c == '\n') {
      tokens.add(new HclToken(Kind.NEWLINE, "\n", line));
      advance();
    } else if (Character.isWhitespace(c)) {
      advance();
    } else if (c == '#' || ahead("//")) {
      skipTo("\n", false);
    } else if (ahead("/*")) {
      skipTo("*/", true);
    } else if (c == '"') {
      text();
    } else if (ahead("<<")) {
      heredoc();
    } else if (Character.isLetter(c) || c == '_') {
      word(Kind.NAME);
    } else if (Character.isDigit(c)) {
      word(Kind.NUMBER);
    } else {
      tokens.add(new HclToken(Kind.SIGN, String.valueOf(c), line));
      advance();
    }
  }

  private void word(Kind kind) {
    int from = at;
    while (more()
        && (Character.isLetterOrDigit(source.charAt(at)) || "_-".indexOf(source.charAt(at)) >= 0)) {
      at++;
    }
    tokens.add(new HclToken(kind, source.substring(from, at), line));
  }

  private void text() throws HclException {
    int from = line;
    StringBuilder content = new StringBuilder();
    boolean template = quoted(content, 0);
    tokens.add(new HclToken(template ? Kind.TEMPLATE : Kind.TEXT, content.toString(), from));
  }

  /** From a quote past its counterpart; whether a template was in between. */
  private boolean quoted(StringBuilder content, int depth) throws HclException {
    int from = line;
    boolean template = false;
    at++;
    while (more() && source.charAt(at) != '\n') {
      char c = source.charAt(at);
      if (c == '"') {
        at++;
        return template;
      }
      if (ahead("$${") || ahead("%%{")) {
        content.append(source, at + 1, at + 3);
        at += 3;
      } else if (ahead("${") || ahead("%{")) {
        template = true;
        at += 2;
        template(depth + 1);
      } else if (c == '\\') {
        escape(content);
      } else {
        content.append(c);
        at++;
      }
    }
    throw new HclException(from, "a text that begins here is not closed");
  }

  /** Past the brace that closes a template; texts in it may hold braces and templates. */
  private void template(int depth) throws HclException {
    int from = line;
    if (depth > DEEPEST) {
      throw new HclException(from, "templates are nested too deeply");
    }
    int open = 1;
    while (more()) {
      char c = source.charAt(at);
      if (c == '"') {
        quoted(new StringBuilder(), depth);
        continue;
      }
      advance();
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (open == 0) {
        return;
      }
    }
    throw new HclException(from, "a template that begins here is not closed");
  }

  private void escape(StringBuilder content) {
    char c = at + 1 < source.length() ? source.charAt(at + 1) : '\\';
    at += 2;
    switch (c) {
      case 'n' -> content.append('\n');
      case 't' -> content.append('\t');
      case 'r' -> content.append('\r');
      case 'u' -> unicode(content, 4);
      case 'U' -> unicode(content, 8);
      default -> content.append(c);
    }
  }

  private void unicode(StringBuilder content, int digits) {
    String hex = source.substring(at, Math.min(source.length(), at + digits));
    if (hex.matches("0{0,2}[0-9A-Fa-f]{4,6}")) {
      content.appendCodePoint(Math.min(Character.MAX_CODE_POINT, Integer.parseInt(hex, 16)));
      at += digits;
    }
  }

  /** {@code <<MARK} or {@code <<-MARK} and the lines to MARK; else the first sign alone. */
  private void heredoc() throws HclException {
    int end = source.indexOf('\n', at);
    String mark = end < 0 ? "" : source.substring(at + 2, end).stripTrailing();
    String name = mark.startsWith("-") ? mark.substring(1) : mark;
    if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_-]*")) {
      tokens.add(new HclToken(Kind.SIGN, "<", line));
      at++;
      return;
    }
    int from = line;
    tokens.add(new HclToken(Kind.TEMPLATE, "", from));
    at = end + 1;
    line++;
    while (more()) {
      int stop = source.indexOf('\n', at);
      String content = source.substring(at, stop < 0 ? source.length() : stop);
      at = stop < 0 ? source.length() : stop;
      if (content.strip().equals(name)) {
        return;
      }
      if (more()) {
        advance();
      }
    }
    throw new HclException(from, "the heredoc " + name + " that begins here is not closed");
  }

  private void skipTo(String end, boolean including) throws HclException {
    int from = line;
    int stop = source.indexOf(end, at + (including ? 2 : 0));
    if (stop < 0 && including) {
      throw new HclException(from, "a comment that begins here is not closed");
    }
    int target = stop < 0 ? source.length() : stop + (including ? end.length() : 0);
    while (at < target) {
      advance();
    }
  }

  private void advance() {
    line += source.charAt(at++) == '\n' ? 1 : 0;
  }

  private boolean ahead(String text) {
    return source.startsWith(text, at);
  }

  private boolean more() {
    return at < source.length();
  }
}
