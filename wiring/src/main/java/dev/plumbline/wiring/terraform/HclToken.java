package dev.plumbline.wiring.terraform;

/**
 * A token of HCL.
 *
 * @param text a name, a number, a sign, or the content of a text
 * @param line from 1
 */
record HclToken(Kind kind, String text, int line) {

  enum Kind {
    NAME,
    NUMBER,
    SIGN,
    /** A quoted text without templates, its escapes resolved. */
    TEXT,
    /** A text that is known only once it is evaluated: with templates, or a heredoc. */
    TEMPLATE,
    NEWLINE,
    END
  }

  boolean is(Kind kind) {
    return this.kind == kind;
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }
}
