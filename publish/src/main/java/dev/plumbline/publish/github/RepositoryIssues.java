package dev.plumbline.publish.github;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueBuilder;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHIssueStateReason;
import org.kohsuke.github.GHLabel;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.HttpException;

/**
 * A repository's issues through GitHub's REST API. They are listed, not searched for: the search
 * index lags behind, and a second scan would open a second issue.
 */
final class RepositoryIssues implements IssueTracker {

  private static final int PAGE = 100;

  private final Client client;
  private @Nullable GitHub github;
  private final String name;
  private final Optional<String> appSlug;
  private final Map<Integer, GHIssue> seen = new HashMap<>();
  private @Nullable GHRepository repository;
  private @Nullable Set<String> labels;

  RepositoryIssues(Client client, String name, Optional<String> appSlug) {
    this.client = client;
    this.name = name;
    this.appSlug = appSlug;
  }

  /** GitHub's client, which asks who it is when it is made: so it is made when it is needed. */
  @FunctionalInterface
  interface Client {
    GitHub make() throws IOException;
  }

  private synchronized GitHub github() throws IOException {
    GitHub made = github;
    if (made == null) {
      made = client.make();
      github = made;
    }
    return made;
  }

  @Override
  public String login() throws IOException {
    return appSlug.isPresent() ? appSlug.get() + "[bot]" : github().getMyself().getLogin();
  }

  @Override
  public List<TrackedIssue> issues() throws IOException {
    List<TrackedIssue> issues = new ArrayList<>();
    var listing =
        repository().queryIssues().state(GHIssueState.ALL).label(LABEL).pageSize(PAGE).list();
    for (GHIssue issue : listing.toList()) {
      if (!issue.isPullRequest()) {
        issues.add(tracked(issue));
      }
    }
    return issues;
  }

  @Override
  public Optional<TrackedIssue> issue(int number) throws IOException {
    try {
      GHIssue issue = repository().getIssue(number);
      return issue.isPullRequest() || !isHere(issue)
          ? Optional.empty()
          : Optional.of(tracked(issue));
    } catch (FileNotFoundException _) {
      return Optional.empty();
    } catch (HttpException e) {
      if (e.getResponseCode() == 404 || e.getResponseCode() == 410) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** GitHub answers for an issue that was transferred with the one in the other repository. */
  private boolean isHere(GHIssue issue) throws IOException {
    String here = repository().getHtmlUrl() + "/issues/";
    return String.valueOf(issue.getHtmlUrl()).regionMatches(true, 0, here, 0, here.length());
  }

  @Override
  public List<String> comments(TrackedIssue issue, Instant since) throws IOException {
    // Not their authors: the library asks GitHub once more for each.
    return issue(issue)
        .queryComments()
        .since(since.toEpochMilli())
        .list()
        .withPageSize(PAGE)
        .toList()
        .stream()
        .map(comment -> Objects.requireNonNullElse(comment.getBody(), ""))
        .toList();
  }

  @Override
  public void body(TrackedIssue issue, String body) throws IOException {
    issue(issue).setBody(body);
  }

  @Override
  public TrackedIssue create(Draft draft) throws IOException {
    ensure(draft.labels());
    GHIssueBuilder issue = repository().createIssue(draft.title()).body(draft.body());
    draft.labels().forEach(issue::label);
    return tracked(issue.create());
  }

  @Override
  public void rewrite(TrackedIssue issue, Draft draft) throws IOException {
    GHIssue target = issue(issue);
    if (!draft.title().equals(issue.title())) {
      target.setTitle(draft.title());
    }
    if (!draft.body().equals(issue.body())) {
      target.setBody(draft.body());
    }
    Set<String> wanted =
        issue.labels().stream()
            .filter(label -> !label.startsWith(IssueText.SEVERITY))
            .collect(Collectors.toCollection(HashSet::new));
    wanted.addAll(draft.labels());
    if (!wanted.equals(issue.labels())) {
      ensure(draft.labels());
      target.setLabels(wanted.stream().sorted().toArray(String[]::new));
    }
  }

  @Override
  public void comment(TrackedIssue issue, String text) throws IOException {
    issue(issue).comment(text);
  }

  @Override
  public void close(TrackedIssue issue, Closing closing) throws IOException {
    issue(issue)
        .close(
            switch (closing) {
              case COMPLETED -> GHIssueStateReason.COMPLETED;
              case NOT_PLANNED -> GHIssueStateReason.NOT_PLANNED;
            });
  }

  @Override
  public void reopen(TrackedIssue issue) throws IOException {
    issue(issue).reopen();
  }

  private GHRepository repository() throws IOException {
    if (repository == null) {
      repository = github().getRepository(name);
      if (!repository.hasIssues()) {
        throw new HttpException("issues are disabled", 410, "Gone", name);
      }
      if (repository.isArchived()) {
        throw new ArchivedException(name);
      }
    }
    return repository;
  }

  private GHIssue issue(TrackedIssue issue) throws IOException {
    GHIssue known = seen.get(issue.number());
    return known == null ? repository().getIssue(issue.number()) : known;
  }

  private TrackedIssue tracked(GHIssue issue) throws IOException {
    seen.put(issue.getNumber(), issue);
    GHUser author = issue.getUser();
    String body = issue.getBody();
    return new TrackedIssue(
        issue.getNumber(),
        String.valueOf(issue.getHtmlUrl()),
        author == null ? "" : author.getLogin(),
        issue.getState() == GHIssueState.OPEN,
        issue.getTitle(),
        body == null ? "" : body.replace("\r\n", "\n"),
        names(issue.getLabels()));
  }

  private static Set<String> names(Collection<GHLabel> labels) {
    return labels.stream().map(GHLabel::getName).collect(Collectors.toSet());
  }

  /** Labels are one whatever their case. */
  private void ensure(List<String> wanted) throws IOException {
    if (labels == null) {
      labels = new HashSet<>();
      for (GHLabel label : repository().listLabels().withPageSize(PAGE)) {
        labels.add(label.getName().toLowerCase(Locale.ROOT));
      }
    }
    for (String label : wanted) {
      if (labels.add(label.toLowerCase(Locale.ROOT))) {
        create(label);
      }
    }
  }

  private void create(String label) throws IOException {
    try {
      repository().createLabel(label, colour(label), "Set by Plumbline");
    } catch (HttpException e) {
      // Another run created it since the labels were listed.
      if (e.getResponseCode() != 422) {
        throw e;
      }
    }
  }

  private static String colour(String label) {
    return switch (label) {
      case "drift/critical" -> "b60205";
      case "drift/high" -> "d93f0b";
      case "drift/medium" -> "fbca04";
      case "drift/low" -> "c2e0c6";
      default -> "ededed";
    };
  }
}
