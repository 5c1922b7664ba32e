package dev.plumbline.cli.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which id of a recording is which id here, on an emulator that draws ids of its own. A request's
 * answer lists its new ids in the same order there and here, and that is how they are paired. For
 * one thread.
 */
final class DrawnIds {

  /** The same forms as in {@code tests/estates/tape.py}. */
  private static final Pattern DRAWN =
      Pattern.compile(
          "\\b(?:[a-z]{1,10}-(?:[0-9a-f]{17}|[0-9a-f]{8})(?![0-9a-f-])"
              + "|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
              + "|A(?:RO|NP|ID|SI|IP)A[A-Z0-9]{12,}"
              + "|(?<=:secret:)[\\w/+=.@-]+-[A-Za-z0-9]{6})\\b");

  private final Map<String, String> here = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  /** Pairs the ids that a request drew when it was recorded with those in its answer here. */
  void pair(List<String> recorded, String answer) {
    List<String> drawn = new ArrayList<>();
    DRAWN.matcher(answer).results().map(MatchResult::group).filter(seen::add).forEach(drawn::add);
    for (int i = 0; i < Math.min(recorded.size(), drawn.size()); i++) {
      here.put(recorded.get(i), drawn.get(i));
    }
  }

  /** The text with every recorded id replaced by the one here. */
  String translate(String text) {
    return DRAWN
        .matcher(text)
        .replaceAll(id -> Matcher.quoteReplacement(here.getOrDefault(id.group(), id.group())));
  }
}
