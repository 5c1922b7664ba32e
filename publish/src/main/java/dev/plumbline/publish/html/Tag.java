package dev.plumbline.publish.html;

import java.util.Locale;

/** The elements that pages are made of; no other can be written. */
enum Tag {
  HTML(true),
  HEAD(true),
  META(true),
  TITLE(true),
  STYLE(true),
  SCRIPT(true),
  BODY(true),
  HEADER(true),
  NAV(true),
  MAIN(true),
  FOOTER(true),
  SECTION(true),
  FORM(true),
  LABEL(true),
  SELECT(false),
  OPTION(true),
  INPUT(false),
  BUTTON(true),
  OUTPUT(true),
  H1(true),
  H2(true),
  H3(true),
  H4(true),
  P(true),
  DIV(true),
  UL(true),
  LI(true),
  DL(true),
  DT(true),
  DD(false),
  TABLE(true),
  CAPTION(true),
  THEAD(true),
  TBODY(true),
  TR(true),
  TH(false),
  TD(false),
  DETAILS(true),
  SUMMARY(true),
  A(false),
  CODE(false),
  PRE(false),
  DEL(false),
  INS(false),
  SPAN(false),
  STRONG(false),
  TIME(false),
  SVG(false),
  POLYLINE(false);

  private final boolean ownLine;

  Tag(boolean ownLine) {
    this.ownLine = ownLine;
  }

  /** Whether it starts a line, for those who read the source. */
  boolean ownLine() {
    return ownLine;
  }

  /** Whether it holds nothing and is never closed. */
  boolean isVoid() {
    return this == META || this == INPUT;
  }

  String html() {
    return name().toLowerCase(Locale.ROOT);
  }
}
