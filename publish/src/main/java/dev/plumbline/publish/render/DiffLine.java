package dev.plumbline.publish.render;

/**
 * One line of a diff.
 *
 * @param sign what happened
 * @param depth how deep it is nested, from 0
 * @param text what it says, without its sign and indent; printable, one line
 */
record DiffLine(Sign sign, int depth, String text) {

  /** What happened to what the line shows. */
  enum Sign {
    ADD('+', '+', "\u001b[32m"),
    REMOVE('-', '-', "\u001b[31m"),
    CHANGE('~', '!', "\u001b[33m"),
    NONE(' ', ' ', "");

    private final char terraform;
    private final char fenced;
    private final String colour;

    Sign(char terraform, char fenced, String colour) {
      this.terraform = terraform;
      this.fenced = fenced;
      this.colour = colour;
    }
  }

  /** As Terraform prints it: the sign stands in the indent. */
  String terminal(boolean coloured) {
    String mark = String.valueOf(sign.terraform);
    boolean paint = coloured && sign != Sign.NONE;
    return ("  " + "    ".repeat(depth))
        + (paint ? sign.colour + mark + "\u001b[0m" : mark)
        + " "
        + text;
  }

  /** For a {@code diff} fence, which colours by the first column. */
  String fenced() {
    return sign.fenced + " " + "    ".repeat(depth) + text;
  }
}
