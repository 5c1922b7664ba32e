package dev.plumbline.wiring.terraform;

import dev.plumbline.wiring.terraform.HclToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** References to attributes, such as {@code tags["x"]} and {@code d[0].e}. */
final class References {
  private References() {}

  /** The elements of a list; a single expression is a list of itself. */
  static List<List<HclToken>> elements(List<HclToken> tokens) {
    boolean list = tokens.size() >= 2 && tokens.getFirst().isSign("[");
    List<HclToken> inside = list ? tokens.subList(1, tokens.size() - 1) : tokens;
    List<List<HclToken>> elements = new ArrayList<>();
    List<HclToken> element = new ArrayList<>();
    int depth = 0;
    for (HclToken token : inside) {
      depth += opens(token) ? 1 : closes(token) ? -1 : 0;
      if (depth == 0 && token.isSign(",")) {
        elements.add(element);
        element = new ArrayList<>();
      } else {
        element.add(token);
      }
    }
    elements.add(element);
    return elements.stream().filter(each -> !each.isEmpty()).toList();
  }

  /**
   * The paths a reference stands for: none where it is no reference. A map's key may be written
   * like an attribute, so that {@code tags.Name} is also {@code tags["Name"]}; and what is ignored
   * in {@code tags} is ignored in {@code tags_all}, which the provider computes of them.
   */
  static List<String> paths(List<HclToken> reference) {
    String path = path(reference);
    List<String> paths = new ArrayList<>();
    if (path.isEmpty()) {
      return paths;
    }
    paths.add(path);
    if (path.matches("[A-Za-z_][A-Za-z0-9_-]*\\.[A-Za-z_][A-Za-z0-9_-]*")) {
      int dot = path.indexOf('.');
      paths.add("%s[\"%s\"]".formatted(path.substring(0, dot), path.substring(dot + 1)));
    }
    for (String each : List.copyOf(paths)) {
      if (each.matches("tags([.\\[].*)?")) {
        paths.add("tags_all" + each.substring("tags".length()));
      }
    }
    return paths;
  }

  /** Before version 0.12 references were quoted, and {@code all} was {@code ["*"]}. */
  private static String path(List<HclToken> reference) {
    if (reference.size() == 1 && reference.getFirst().is(Kind.TEXT)) {
      return quoted(reference.getFirst().text());
    }
    if (reference.size() == 1 && reference.getFirst().isName("all")) {
      return "*";
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < reference.size(); i++) {
      HclToken token = reference.get(i);
      boolean index = token.is(Kind.NUMBER) && i > 0 && reference.get(i - 1).isSign(".");
      if (index) {
        path.setLength(path.length() - 1);
      }
      path.append(index ? "[" + token.text() + "]" : written(token));
    }
    String written = path.toString();
    return reference.getFirst().is(Kind.NAME) && !written.contains("\n") ? written : "";
  }

  private static String written(HclToken token) {
    return switch (token.kind()) {
      case NAME, NUMBER -> token.text();
      case SIGN -> ".[]".contains(token.text()) ? token.text() : "\n";
      case TEXT -> "\"" + token.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case TEMPLATE, NEWLINE, END -> "\n";
    };
  }

  private static String quoted(String text) {
    if (text.equals("*") || text.equals("all")) {
      return "*";
    }
    try {
      List<HclToken> tokens = HclScanner.scan(text);
      List<HclToken> reference = tokens.subList(0, tokens.size() - 1);
      boolean nested = reference.size() == 1 && reference.getFirst().is(Kind.TEXT);
      return reference.isEmpty() || nested ? "" : path(reference);
    } catch (HclException _) {
      return "";
    }
  }

  private static boolean opens(HclToken token) {
    return token.isSign("[") || token.isSign("(") || token.isSign("{");
  }

  private static boolean closes(HclToken token) {
    return token.isSign("]") || token.isSign(")") || token.isSign("}");
  }
}
