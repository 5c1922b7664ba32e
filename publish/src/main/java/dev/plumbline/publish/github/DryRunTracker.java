package dev.plumbline.publish.github;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a repository's issues and writes nothing. */
record DryRunTracker(IssueTracker real) implements IssueTracker {

  @Override
  public String login() throws IOException {
    return real.login();
  }

  @Override
  public List<TrackedIssue> issues() throws IOException {
    return real.issues();
  }

  @Override
  public Optional<TrackedIssue> issue(int number) throws IOException {
    return real.issue(number);
  }

  @Override
  public List<String> comments(TrackedIssue issue, Instant since) throws IOException {
    return real.comments(issue, since);
  }

  @Override
  public void body(TrackedIssue issue, String body) {}

  @Override
  public TrackedIssue create(Draft draft) {
    return new TrackedIssue(
        0, "", "", true, draft.title(), draft.body(), Set.copyOf(draft.labels()));
  }

  @Override
  public void rewrite(TrackedIssue issue, Draft draft) {}

  @Override
  public void comment(TrackedIssue issue, String text) {}

  @Override
  public void close(TrackedIssue issue, Closing closing) {}

  @Override
  public void reopen(TrackedIssue issue) {}
}
