package dev.plumbline.publish.github;

import dev.plumbline.publish.github.Lifecycle.Known;
import dev.plumbline.publish.github.Outcome.Action;
import dev.plumbline.publish.github.Outcome.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which of a repository's issues are ours, by stack. An issue that has a marker and another author,
 * or a marker that our key did not sign, is not: whoever wrote it is not to steer what we close.
 *
 * @param stacks the oldest issue of each stack
 * @param summary the summary issue
 * @param open every issue of each stack that is open; one is what there should be
 * @param ignored what was passed over and why
 */
record OwnIssues(
    Map<String, Known> stacks,
    Optional<Known> summary,
    Map<String, List<TrackedIssue>> open,
    List<Result> ignored) {

  /** Where nobody looked. */
  static final OwnIssues UNSEEN = new OwnIssues(Map.of(), Optional.empty(), Map.of(), List.of());

  Optional<Known> of(String stack) {
    return Optional.ofNullable(stacks.get(Marker.identity(stack)));
  }

  /** The stack's open issues but that one. */
  List<TrackedIssue> doubles(String stack, int kept) {
    return open.getOrDefault(Marker.identity(stack), List.of()).stream()
        .filter(issue -> issue.number() != kept)
        .toList();
  }

  static OwnIssues among(List<TrackedIssue> issues, String login, MarkerKey key) {
    Map<String, Known> stacks = new TreeMap<>();
    List<Known> summaries = new ArrayList<>();
    Map<String, List<TrackedIssue>> open = new TreeMap<>();
    List<Result> ignored = new ArrayList<>();
    for (TrackedIssue issue :
        issues.stream().sorted(Comparator.comparingInt(TrackedIssue::number)).toList()) {
      Optional<Marker> marker = Marker.parse(issue.body(), key);
      if (!issue.author().equalsIgnoreCase(login)) {
        if (Marker.isClaimed(issue.body())) {
          ignored.add(passedOver(issue, "it has our marker, but another author"));
        }
      } else if (marker.isEmpty()) {
        if (Marker.isClaimed(issue.body())) {
          ignored.add(passedOver(issue, "its marker was not signed with this deployment's key"));
        }
      } else {
        Known known = new Known(issue, marker.get().memory());
        switch (marker.get().kind()) {
          case STACK -> {
            stacks.putIfAbsent(marker.get().stack(), known);
            if (issue.open()) {
              open.computeIfAbsent(marker.get().stack(), _ -> new ArrayList<>()).add(issue);
            }
          }
          case SUMMARY -> summaries.add(known);
        }
      }
    }
    return new OwnIssues(stacks, summaries.stream().findFirst(), open, ignored);
  }

  private static Result passedOver(TrackedIssue issue, String why) {
    return new Result(
        "",
        Action.FOREIGN_IGNORED,
        issue.url(),
        "issue #%d is ignored: %s".formatted(issue.number(), why),
        "",
        "");
  }
}
