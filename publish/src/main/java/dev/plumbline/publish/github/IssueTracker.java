package dev.plumbline.publish.github;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to a repository's issues. Used by one thread. */
interface IssueTracker {

  /** The label that every issue of ours has, and by which they are listed. */
  String LABEL = "plumbline";

  /** Why an issue is closed. */
  enum Closing {
    COMPLETED,
    NOT_PLANNED
  }

  /** The login under which this tracker writes. */
  String login() throws IOException;

  /** Every issue with our label, open and closed. */
  List<TrackedIssue> issues() throws IOException;

  /** One issue; empty where it was deleted, or moved to another repository. */
  Optional<TrackedIssue> issue(int number) throws IOException;

  /** The texts of comments on it that were written or changed since then. */
  List<String> comments(TrackedIssue issue, Instant since) throws IOException;

  TrackedIssue create(Draft draft) throws IOException;

  /** Replaces the body alone. */
  void body(TrackedIssue issue, String body) throws IOException;

  /** Brings title, body and labels to the draft; writes only what differs. */
  void rewrite(TrackedIssue issue, Draft draft) throws IOException;

  void comment(TrackedIssue issue, String text) throws IOException;

  void close(TrackedIssue issue, Closing closing) throws IOException;

  void reopen(TrackedIssue issue) throws IOException;
}
