package dev.plumbline.publish.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Sha256;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two hidden lines at the start of an issue's body: which stack it is for, and what it
 * remembers. Both are signed with the {@link MarkerKey}.
 *
 * @param kind whether the issue is one stack's or the summary of those without one
 * @param stack the stack's {@link #identity}, "" for the summary
 * @param memory what the issue remembers; unknown where that line is missing or was tampered with
 */
record Marker(Kind kind, String stack, Memory memory) {

  /** What an issue is for. */
  enum Kind {
    STACK,
    SUMMARY
  }

  private static final int LONGEST = 200;
  private static final String TOKEN = "([A-Za-z0-9_=-]*)";
  private static final Pattern WHICH =
      Pattern.compile("<!-- plumbline:v1 (stack|summary)=" + TOKEN + " mac=" + TOKEN + " -->");
  private static final Pattern WHAT =
      Pattern.compile(
          "<!-- plumbline:state fingerprint="
              + TOKEN
              + " was=([A-Za-z0-9_.*-]+) mac="
              + TOKEN
              + " -->");

  /** Whether the text claims to be an issue of ours, be it true or not. */
  static boolean isClaimed(String body) {
    return WHICH.matcher(body).find();
  }

  /** The marker, where the body has one that this key signed. */
  static Optional<Marker> parse(String body, MarkerKey key) {
    Matcher which = WHICH.matcher(body);
    if (!which.find()) {
      return Optional.empty();
    }
    Kind kind = which.group(1).equals("stack") ? Kind.STACK : Kind.SUMMARY;
    Optional<String> stack = decoded(which.group(2));
    if (stack.isEmpty() || !key.matches(which.group(3), kind.name(), stack.get())) {
      return Optional.empty();
    }
    return Optional.of(new Marker(kind, stack.get(), memory(body, kind, stack.get(), key)));
  }

  private static Memory memory(String body, Kind kind, String stack, MarkerKey key) {
    Matcher what = WHAT.matcher(body);
    if (!what.find()) {
      return Memory.unknown();
    }
    Optional<String> fingerprint = decoded(what.group(1));
    String items = what.group(2);
    if (fingerprint.isEmpty()
        || !key.matches(what.group(3), "state", kind.name(), stack, fingerprint.get(), items)) {
      return Memory.unknown();
    }
    return Memory.parse(fingerprint.get(), items);
  }

  /** The two lines, each with its line break. */
  String lines(MarkerKey key) {
    String items = memory.token();
    return "<!-- plumbline:v1 %s=%s mac=%s -->\n<!-- plumbline:state fingerprint=%s was=%s mac=%s -->\n"
        .formatted(
            kind == Kind.STACK ? "stack" : "summary",
            encoded(stack),
            key.mac(kind.name(), stack),
            encoded(memory.fingerprint()),
            items,
            key.mac("state", kind.name(), stack, memory.fingerprint(), items));
  }

  /** Where the body goes on behind its marker; 0 where it has none. */
  static int end(String body) {
    int end = 0;
    for (Pattern line : List.of(WHICH, WHAT)) {
      Matcher found = line.matcher(body);
      if (found.find()) {
        end = Math.max(end, Math.min(body.length(), found.end() + 1));
      }
    }
    return end;
  }

  /** The body with this marker in the place of its own. */
  String replacedIn(String body, MarkerKey key) {
    return lines(key) + body.substring(end(body));
  }

  /**
   * What a marker holds of a name or a fingerprint: itself, or its hash where it would crowd out
   * the report.
   */
  static String identity(String text) {
    return text.length() <= LONGEST ? text : "sha256:" + Sha256.of(text);
  }

  static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  static Optional<String> decoded(String token) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(token), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
