package dev.plumbline.publish.github;

import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.StackRecord.Issue;
import dev.plumbline.publish.github.Lifecycle.Known;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds a stack's issue again: by the number that the store remembers, and where that leads
 * nowhere, by the hidden marker.
 *
 * @param repository {@code owner/name}
 */
record IssueFinder(IssueTracker tracker, MarkerKey key, String repository) {

  /** As it is now. Asks for one issue where its number is known, else for all. */
  Optional<Known> find(String stack, Optional<StackRecord> stored) throws IOException {
    Optional<Known> numbered = numbered(stack, stored);
    return numbered.isPresent() ? numbered : listing().of(stack);
  }

  /** As a listing has it, unless the store knows of another. */
  Optional<Known> find(String stack, Optional<StackRecord> stored, OwnIssues listing)
      throws IOException {
    Optional<Known> listed = listing.of(stack);
    Optional<Integer> number = number(stored);
    if (number.isEmpty() || listed.filter(it -> it.issue().number() == number.get()).isPresent()) {
      return listed;
    }
    Optional<Known> numbered = numbered(stack, stored);
    return numbered.isPresent() ? numbered : listed;
  }

  OwnIssues listing() throws IOException {
    return OwnIssues.among(tracker.issues(), tracker.login(), key);
  }

  private Optional<Integer> number(Optional<StackRecord> stored) {
    return stored
        .flatMap(StackRecord::issue)
        .filter(issue -> issue.repository().equalsIgnoreCase(repository))
        .map(Issue::number);
  }

  private Optional<Known> numbered(String stack, Optional<StackRecord> stored) throws IOException {
    Optional<Integer> number = number(stored);
    Optional<TrackedIssue> issue =
        number.isEmpty() ? Optional.empty() : tracker.issue(number.get());
    if (issue.isEmpty() || !issue.get().author().equalsIgnoreCase(tracker.login())) {
      return Optional.empty();
    }
    Optional<Marker> marker = Marker.parse(issue.get().body(), key);
    if (marker.isEmpty()) {
      // Somebody edited the marker away; the store says all the same that it is this stack's.
      return issue.map(it -> new Known(it, Memory.unknown()));
    }
    boolean same =
        marker.get().kind() == Marker.Kind.STACK
            && marker.get().stack().equals(Marker.identity(stack));
    return same ? issue.map(it -> new Known(it, marker.get().memory())) : Optional.empty();
  }
}
