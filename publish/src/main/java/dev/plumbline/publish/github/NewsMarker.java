package dev.plumbline.publish.github;

import dev.plumbline.engine.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hidden line of a comment that says which step of which remediation it tells of; signed. */
final class NewsMarker {

  private static final Pattern LINE =
      Pattern.compile(
          "<!-- plumbline:news id=([A-Za-z0-9_-]*) step=([a-z0-9_+]+) mac=([A-Za-z0-9_-]+) -->");

  private static final int DIGITS = 12;

  private NewsMarker() {}

  static String line(RemediationNews news, MarkerKey key) {
    String id = Marker.encoded(Marker.identity(news.id()));
    return "<!-- plumbline:news id=%s step=%s mac=%s -->\n"
        .formatted(id, step(news), key.mac("news", news.stack(), news.id(), step(news)));
  }

  /**
   * Whether one of these comments already tells of it. Whose it is does not matter: nobody else can
   * sign the line, and whoever copies it copies what was told.
   */
  static boolean isIn(List<String> comments, RemediationNews news, MarkerKey key) {
    return comments.stream().anyMatch(comment -> tells(comment, news, key));
  }

  private static boolean tells(String body, RemediationNews news, MarkerKey key) {
    Matcher line = LINE.matcher(body);
    return line.lookingAt()
        && line.group(1).equals(Marker.encoded(Marker.identity(news.id())))
        && line.group(2).equals(step(news))
        && key.matches(line.group(3), "news", news.stack(), news.id(), step(news));
  }

  private static String step(RemediationNews news) {
    String stage = news.stage().name().toLowerCase(Locale.ROOT);
    return news.accepted().map(each -> stage + "+" + word(each)).orElse(stage);
  }

  /** Code that differs otherwise than before is another step. */
  private static String word(RemediationNews.Accepted accepted) {
    return switch (accepted.gap()) {
      case ASKED -> "asked";
      case UNKNOWN -> "unknown";
      case DIFFERS -> "differs+" + Sha256.of(accepted.text()).substring(0, DIGITS);
    };
  }
}
