package dev.plumbline.publish.github;

import java.util.Set;

/**
 * An issue as the tracker has it.
 *
 * @param number its number, 0 where it was not really created
 * @param author its author's login
 */
record TrackedIssue(
    int number,
    String url,
    String author,
    boolean open,
    String title,
    String body,
    Set<String> labels) {
  TrackedIssue {
    labels = Set.copyOf(labels);
  }
}
