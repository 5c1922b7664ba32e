package dev.plumbline.remediation.steps;

import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** As the port says, in a map. */
final class InMemoryRemediations implements RemediationStore {

  private final Map<String, Remediation> all = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Remediation> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized Optional<Remediation> open(String stack) {
    return all.values().stream()
        .filter(each -> each.stack().equals(stack) && !each.phase().ended())
        .findFirst();
  }

  @Override
  public synchronized List<Remediation> of(String stack, int limit) {
    return new ArrayList<>(all.values())
        .reversed().stream().filter(each -> each.stack().equals(stack)).limit(limit).toList();
  }

  @Override
  public synchronized List<Remediation> unfinished(int limit) {
    return all.values().stream()
        .filter(each -> !each.phase().ended())
        .sorted(Comparator.comparing(Remediation::requestedAt))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean create(Remediation remediation) {
    return open(remediation.stack()).isEmpty()
        && all.putIfAbsent(remediation.id(), remediation) == null;
  }

  @Override
  public synchronized boolean replace(Remediation before, Remediation after) {
    boolean next = after.version() == before.version() + 1;
    return next && all.replace(before.id(), before, after);
  }
}
