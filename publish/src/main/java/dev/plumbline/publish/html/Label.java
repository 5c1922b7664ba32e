package dev.plumbline.publish.html;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words for people in the place of what enumerations are called, and how figures are written. */
final class Label {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private Label() {}

  static String of(Status status) {
    return switch (status) {
      case IN_SYNC -> "in sync";
      case DRIFTED -> "drifted";
      case DELETED -> "deleted";
      case UNREADABLE -> "unreadable";
      case UNSUPPORTED -> "unsupported";
      case IGNORED -> "ignored";
    };
  }

  static String of(StackStatus status) {
    return switch (status) {
      case SCANNED -> "scanned";
      case DEFERRED -> "deferred";
      case FAILED -> "failed";
    };
  }

  static String of(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** Never rounded up: all is only all. */
  static String percent(double share) {
    return "%d%%".formatted((int) Math.floor(share * 100));
  }

  static void badge(Markup page, String word) throws IOException {
    page.element(Tag.SPAN, word, Attr.css("badge " + word.replace(' ', '-')));
  }

  static void time(Markup page, Instant at) throws IOException {
    page.element(Tag.TIME, TIME.format(at), Attr.Name.DATETIME.of(at.toString()));
  }
}
