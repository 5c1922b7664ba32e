package dev.plumbline.wiring.terraform;

import dev.plumbline.wiring.terraform.HclBody.Block;
import dev.plumbline.wiring.terraform.HclToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Finds blocks and attributes. Expressions stay tokens: nothing is evaluated. */
final class HclParser {

  private static final int DEEPEST = 100;

  private final List<HclToken> tokens;
  private int at;

  private HclParser(List<HclToken> tokens) {
    this.tokens = tokens;
  }

  static HclBody parse(String source) throws HclException {
    return new HclParser(HclScanner.scan(source)).body(0);
  }

  private HclBody body(int depth) throws HclException {
    SequencedMap<String, List<HclToken>> attributes = new LinkedHashMap<>();
    List<Block> blocks = new ArrayList<>();
    while (true) {
      HclToken token = take();
      if (token.is(Kind.NEWLINE)) {
        continue;
      }
      if (ends(token, depth)) {
        return new HclBody(attributes, blocks);
      }
      if (!token.is(Kind.NAME)) {
        throw new HclException(token.line(), "a block or an attribute should begin here");
      }
      if (peek().isSign("=")) {
        at++;
        attributes.put(token.text(), expression());
      } else {
        blocks.add(block(token, depth + 1));
      }
    }
  }

  private static boolean ends(HclToken token, int depth) throws HclException {
    boolean ends = token.is(Kind.END);
    if (ends && depth > 0) {
      throw new HclException(token.line(), "the file ends inside a block");
    }
    return ends || (depth > 0 && token.isSign("}"));
  }

  private Block block(HclToken type, int depth) throws HclException {
    if (depth > DEEPEST) {
      throw new HclException(type.line(), "blocks are nested too deeply");
    }
    List<String> labels = new ArrayList<>();
    while (peek().is(Kind.NAME) || peek().is(Kind.TEXT)) {
      labels.add(take().text());
    }
    HclToken brace = take();
    if (!brace.isSign("{")) {
      throw new HclException(brace.line(), "\"" + type.text() + "\" needs a value or a block");
    }
    return new Block(type.text(), labels, body(depth), type.line());
  }

  /** To the end of the line, or of the block; inside brackets lines do not count. */
  private List<HclToken> expression() throws HclException {
    List<HclToken> expression = new ArrayList<>();
    int depth = 0;
    int line = peek().line();
    while (true) {
      HclToken token = peek();
      if (depth == 0 && (token.is(Kind.NEWLINE) || token.isSign("}") || token.is(Kind.END))) {
        return expression;
      }
      if (token.is(Kind.END)) {
        throw new HclException(line, "a bracket that begins here is not closed");
      }
      depth += token.is(Kind.SIGN) ? bracket(token.text()) : 0;
      at++;
      if (!token.is(Kind.NEWLINE)) {
        expression.add(token);
      }
    }
  }

  private static int bracket(String sign) {
    return switch (sign) {
      case "(", "[", "{" -> 1;
      case ")", "]", "}" -> -1;
      default -> 0;
    };
  }

  private HclToken peek() {
    return tokens.get(at);
  }

  private HclToken take() {
    HclToken token = tokens.get(at);
    at += token.is(Kind.END) ? 0 : 1;
    return token;
  }
}
