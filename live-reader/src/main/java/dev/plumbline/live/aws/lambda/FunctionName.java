package dev.plumbline.live.aws.lambda;

/**
 * A function as Lambda lets it be named: by its name, a part of its ARN or its ARN, with a
 * qualifier behind it or none.
 *
 * @param function what names the function, as it was written, without the qualifier
 * @param name its bare name
 * @param qualifier a version's or an alias' name, "" for none
 */
record FunctionName(String function, String name, String qualifier) {

  private static final String MARK = "function:";

  /** The qualifier that means the same as none. */
  private static final String LATEST = "$LATEST";

  static FunctionName of(String text) {
    int mark = text.indexOf(MARK);
    int start = mark < 0 ? 0 : mark + MARK.length();
    String[] parts = text.substring(start).split(":", 2);
    return new FunctionName(
        text.substring(0, start) + parts[0], parts[0], parts.length > 1 ? parts[1] : "");
  }

  /** The qualifier; "" where it says the unpublished version, as having none does. */
  String published() {
    return published(qualifier);
  }

  static String published(String qualifier) {
    return qualifier.equals(LATEST) ? "" : qualifier;
  }
}
