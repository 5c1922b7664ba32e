package dev.plumbline.functions.api;

import java.util.regex.Pattern;

/** What scans, remediations and requests are called. */
final class Ids {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Ids() {}

  /** The id, or the problem that nothing can be called that. */
  static String of(String kind, String id) throws ProblemException {
    if (!ID.matcher(id).matches()) {
      throw unknown(kind, id);
    }
    return id;
  }

  static ProblemException unknown(String kind, String id) {
    return Problems.unknown(kind, id, "Take the id from an answer; it may have been forgotten.");
  }
}
