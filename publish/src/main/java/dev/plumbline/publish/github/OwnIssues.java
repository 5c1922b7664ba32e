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
 * @param ignored what was passed over and why
 */
record OwnIssues(Map<String, Known> stacks, Optional<Known> summary, List<Result> ignored) {

  static OwnIssues among(List<TrackedIssue> issues, String login, MarkerKey key) {
    Map<String, Known> stacks = new TreeMap<>();
    List<Known> summaries = new ArrayList<>();
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
        boolean first =
            switch (marker.get().kind()) {
              case STACK -> stacks.putIfAbsent(marker.get().stack(), known) == null;
              case SUMMARY -> summaries.add(known) && summaries.size() == 1;
            };
        if (!first) {
          ignored.add(passedOver(issue, "an older issue is the same stack's"));
        }
      }
    }
    return new OwnIssues(stacks, summaries.stream().findFirst(), ignored);
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
