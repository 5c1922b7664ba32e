package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Finding;
import java.util.Comparator;
import java.util.List;

/** What makes findings of one stack different, and the order they are told in. */
final class FindingOrder {

  /** Of one address, the first seen comes first. */
  static final Comparator<Finding> BY_ADDRESS =
      Comparator.comparing(Finding::address)
          .thenComparing(Finding::firstSeen)
          .thenComparing(Finding::fingerprint);

  private FindingOrder() {}

  static List<String> key(Finding finding) {
    return List.of(finding.address(), finding.fingerprint());
  }
}
