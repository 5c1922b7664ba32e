package dev.plumbline.wiring.webhook;

import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.github.MarkedIssue;
import dev.plumbline.publish.github.MarkerKey;
import java.util.List;
import java.util.Optional;

/**
 * Which stack an issue is of. It has to be said twice: by the signed marker in its body, and by the
 * store, which knows the one issue of each stack. A marker alone could have been copied.
 * Thread-safe.
 */
final class IssueStacks {

  private static final int PAGE = 100;

  private final Stacks stacks;

  IssueStacks(Stacks stacks) {
    this.stacks = stacks;
  }

  Optional<String> stackOf(String repository, int issue, String body, MarkerKey key)
      throws StoreException {
    Optional<MarkedIssue> marked = MarkedIssue.parse(body, key);
    return marked.isEmpty()
        ? Optional.empty()
        : record(marked.get())
            .filter(record -> isOf(record, repository, issue))
            .map(StackRecord::stack);
  }

  private Optional<StackRecord> record(MarkedIssue marked) throws StoreException {
    Optional<StackRecord> named =
        stacks.find(marked.identity()).filter(it -> marked.isOf(it.stack()));
    return named.isPresent() ? named : hashed(marked);
  }

  /** A long name is in the marker by its hash only. */
  private Optional<StackRecord> hashed(MarkedIssue marked) throws StoreException {
    if (!marked.identity().startsWith("sha256:")) {
      return Optional.empty();
    }
    Optional<String> after = Optional.empty();
    while (true) {
      List<StackRecord> page = stacks.list(after, PAGE);
      for (StackRecord record : page) {
        if (marked.isOf(record.stack())) {
          return Optional.of(record);
        }
      }
      if (page.size() < PAGE) {
        return Optional.empty();
      }
      after = Optional.of(page.getLast().stack());
    }
  }

  private static boolean isOf(StackRecord record, String repository, int issue) {
    return record
        .issue()
        .filter(it -> it.repository().equalsIgnoreCase(repository) && it.number() == issue)
        .isPresent();
  }
}
