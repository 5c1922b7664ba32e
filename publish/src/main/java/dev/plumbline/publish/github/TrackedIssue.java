package dev.plumbline.publish.github;

import java.util.Set;

/**
 * An issue as the tracker has it.
 *
 * @param number its number, 0 where it was not really created
 * @param author its author's login
 * @param notPlanned whether it was closed as not planned
 */
record TrackedIssue(
    int number,
    String url,
    String author,
    boolean open,
    boolean notPlanned,
    String title,
    String body,
    Set<String> labels) {
  TrackedIssue {
    labels = Set.copyOf(labels);
  }
}
