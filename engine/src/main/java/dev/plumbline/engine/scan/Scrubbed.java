package dev.plumbline.engine.scan;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.redact.SecretScrubber;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What leaves the engine, without any secret of the stack: one resource's secret may turn up in
 * another's text.
 */
final class Scrubbed {

  /** Names a key without opening anything; as a resource's own id it is what one looks it up by. */
  private static final Pattern ACCESS_KEY_ID = Pattern.compile("AKIA[A-Z0-9]{16}");

  private Scrubbed() {}

  static ResourceReport resource(ResourceReport report, SecretScrubber scrubber) {
    return new ResourceReport(
        report.address(),
        report.type(),
        id(report.id(), scrubber),
        report.account(),
        report.region(),
        report.status(),
        report.severity(),
        report.changes().stream().map(each -> change(each, scrubber)).toList(),
        scrubber.scrub(report.reason()),
        report.fingerprint(),
        report.cause());
  }

  static Unmanaged unmanaged(Unmanaged found, SecretScrubber scrubber) {
    return new Unmanaged(found.type(), id(found.id(), scrubber), found.account(), found.region());
  }

  private static String id(String id, SecretScrubber scrubber) {
    return ACCESS_KEY_ID.matcher(id).matches() ? id : scrubber.scrub(id);
  }

  private static Change change(Change change, SecretScrubber scrubber) {
    Value expected = scrubber.scrub(change.expected());
    Value actual = scrubber.scrub(change.actual());
    List<Change.Item> items =
        change.items().stream()
            .map(
                item ->
                    new Change.Item(
                        item.action(),
                        scrubber.scrub(item.path()),
                        scrubber.scrub(item.expected()),
                        scrubber.scrub(item.actual())))
            .toList();
    boolean masked =
        !expected.equals(change.expected())
            || !actual.equals(change.actual())
            || !items.equals(change.items());
    return new Change(
        scrubber.scrub(change.path()), expected, actual, change.sensitive() || masked, items);
  }
}
