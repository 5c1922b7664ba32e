package dev.plumbline.functions.api;

import dev.plumbline.publish.escape.Plain;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A request's query parameters. A misspelt one is an error, lest it change nothing unnoticed. */
final class Query {

  private static final int USUAL = 50;
  private static final int MOST = 100;

  private Query() {}

  /** Refuses every parameter but these. */
  static void only(Request request, String... names) throws ProblemException {
    Set<String> known = Set.of(names);
    for (String name : request.query().keySet()) {
      if (!known.contains(name)) {
        throw Problems.badRequest(
            "The parameter %s is not known".formatted(Plain.quoted(name, 50)),
            known.isEmpty() ? "Leave it out." : "Use " + String.join(", ", names) + ".");
      }
    }
  }

  /** How many a page holds, from 1 to 100; 50 where nothing is said. */
  static int limit(Request request) throws ProblemException {
    String limit = request.query().getOrDefault("limit", String.valueOf(USUAL));
    if (!limit.matches("[1-9][0-9]?|100")) {
      throw Problems.badRequest("The limit is no number from 1 to " + MOST, "Ask for fewer.");
    }
    return Integer.parseInt(limit);
  }

  static boolean flag(Request request, String name) throws ProblemException {
    String flag = request.query().getOrDefault(name, "false");
    if (!flag.equals("true") && !flag.equals("false")) {
      throw Problems.badRequest("%s is neither true nor false".formatted(name), "Say which.");
    }
    return flag.equals("true");
  }

  static Optional<Instant> instant(Request request, String name) throws ProblemException {
    String text = request.query().getOrDefault(name, "");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      throw Problems.badRequest(
          "%s is no time in UTC".formatted(name), "Write it as 2026-11-21T09:00:00Z.");
    }
  }
}
