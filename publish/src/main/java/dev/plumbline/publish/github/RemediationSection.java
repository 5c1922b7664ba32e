package dev.plumbline.publish.github;

import java.util.Optional;

/**
 * The part of an issue's body that tells of a remediation, between two hidden lines, so that it can
 * be brought up to date without the report.
 */
final class RemediationSection {

  private static final String START = "<!-- plumbline:remediation -->\n";
  private static final String END = "<!-- plumbline:remediation end -->\n";

  private static final int LIMIT = 20_000;

  /** How many characters of a plan stand in the body; the comment has more. */
  private static final int PLAN = 8_000;

  private RemediationSection() {}

  static String of(Optional<RemediationNews> news) {
    return START
        + news.map(each -> "### Remediation\n\n" + RemediationText.of(each, LIMIT, PLAN)).orElse("")
        + END;
  }

  /** The body with that section in the place of its own; it goes first where there is none. */
  static String replaced(String body, String section) {
    int start = body.indexOf(START);
    int end = body.indexOf(END, Math.max(0, start));
    if (start >= 0 && end >= 0) {
      return body.substring(0, start) + section + body.substring(end + END.length());
    }
    int marker = Marker.end(body);
    return body.substring(0, marker) + "\n" + section + body.substring(marker);
  }
}
