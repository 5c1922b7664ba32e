package dev.plumbline.remediation.guard;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.remediation.Basis;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether drift still is what people looked at: each address has the fingerprint it had, and what
 * had none has none. The whole stack's fingerprint is not asked for, because it also changes by
 * what nobody is about to touch. Pure.
 */
public final class DriftNow {

  private DriftNow() {}

  /**
   * Why it is another, as far as the store knows; empty where it is the same.
   *
   * @param addresses what is looked at
   */
  public static Optional<String> changed(
      Basis basis, Collection<Finding> findings, Collection<String> addresses) {
    Map<String, String> now =
        findings.stream()
            .filter(finding -> finding.resolved().isEmpty())
            .collect(Collectors.toMap(Finding::address, Finding::fingerprint, (_, last) -> last));
    return changed(basis, addresses, address -> Optional.ofNullable(now.get(address)));
  }

  /**
   * Why it is another by a report of just now, or why that cannot be told.
   *
   * @param addresses what was read
   */
  public static Optional<String> changed(
      Basis basis, StackReport report, Collection<String> addresses) {
    List<String> unread =
        report.resources().stream()
            .filter(each -> addresses.contains(each.address()))
            .filter(each -> each.status() == Status.UNREADABLE)
            .map(each -> "%s (%s)".formatted(each.address(), each.reason()))
            .toList();
    if (!unread.isEmpty()) {
      return Optional.of("%s could not be read.".formatted(String.join(", ", unread)));
    }
    Map<String, String> now =
        report.resources().stream()
            .filter(ResourceReport::drift)
            .collect(
                Collectors.toMap(
                    ResourceReport::address, ResourceReport::fingerprint, (_, last) -> last));
    return changed(basis, addresses, address -> Optional.ofNullable(now.get(address)));
  }

  private static Optional<String> changed(
      Basis basis, Collection<String> addresses, Function<String, Optional<String>> now) {
    List<String> others =
        addresses.stream()
            .filter(each -> !Optional.ofNullable(basis.drift().get(each)).equals(now.apply(each)))
            .sorted()
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The drift is no longer what it was: %s changed. Scan again, then ask again."
                .formatted(String.join(", ", others)));
  }
}
