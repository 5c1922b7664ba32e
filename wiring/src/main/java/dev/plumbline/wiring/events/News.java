package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.scan.Merge.Dated;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a scan of some resources says that was not known.
 *
 * @param read what the scan read
 * @param known the stack's last report
 * @param due what it was made for
 */
record News(StackReport read, Dated known, Due due) {

  /**
   * Sees whether what was changed was read.
   *
   * @throws IOException where it was not, though it could be before: it is to be read again
   */
  void check() throws IOException {
    if (read.status() == Report.StackStatus.FAILED) {
      throw new IOException(
          "Stack %s was not scanned: %s"
              .formatted(
                  read.stack(),
                  read.error().map(it -> it.message() + " " + it.action()).orElse("")));
    }
    if (read.outage().isPresent()) {
      throw new IOException(
          "%s did not answer, so that what was changed in stack %s is not known."
              .formatted(read.outage().get().service(), read.stack()));
    }
    Optional<ResourceReport> lost =
        read.resources().stream()
            .filter(each -> each.status() == Status.UNREADABLE)
            .filter(each -> due.unread().containsKey(each.address()))
            .filter(each -> wasReadable(each.address()))
            .findFirst();
    if (lost.isPresent()) {
      throw new IOException(
          "%s was changed and could not be read: %s"
              .formatted(lost.get().address(), lost.get().reason()));
    }
  }

  private boolean wasReadable(String address) {
    return known.stack().resources().stream()
        .filter(each -> each.address().equals(address))
        .noneMatch(each -> each.status() == Status.UNREADABLE);
  }

  /** Where nothing drifts that was changed, and nothing did before, there is nothing to tell. */
  boolean isAny() {
    Set<String> addresses =
        read.resources().stream().map(ResourceReport::address).collect(Collectors.toSet());
    addresses.addAll(due.untold());
    return !read.state().equals(known.stack().state())
        || read.resources().stream().anyMatch(ResourceReport::drift)
        || known.stack().resources().stream()
            .filter(each -> addresses.contains(each.address()))
            .anyMatch(ResourceReport::drift);
  }
}
