package dev.plumbline.publish.render;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.state.StateIdentity;
import java.time.Instant;
import java.util.Optional;

/** Reads the stacks of a report's JSON form. */
final class StackReader {

  private StackReader() {}

  static StackReport stack(Fields json) {
    return new StackReport(
        json.required("stack"),
        json.text("environment"),
        json.word("status", StackStatus.class),
        json.optional("error", StackReader::problem),
        json.optional("state", StackReader::state),
        json.text("fingerprint"),
        summary(new Fields(json.node("summary"), "summary")),
        json.list("resources", StackReader::resource),
        json.list("unmanaged", StackReader::unmanaged),
        json.texts("notes"));
  }

  private static Problem problem(Fields json) {
    return new Problem(json.text("code"), json.text("message"), json.text("action"));
  }

  private static StateIdentity state(Fields json) {
    return new StateIdentity(
        json.text("uri"),
        json.text("versionId"),
        json.node("serial").asLong(),
        json.text("lineage"),
        json.text("tool"),
        json.text("toolVersion"));
  }

  private static Summary summary(Fields json) {
    return new Summary(
        json.count("managed"),
        json.count("inSync"),
        json.count("drifted"),
        json.count("deleted"),
        json.count("ignored"),
        json.count("unreadable"),
        json.count("unsupported"),
        json.count("unmanaged"),
        json.node("coverage").asDouble(),
        json.node("attributesCompared").asLong(),
        json.node("attributesRecorded").asLong());
  }

  private static ResourceReport resource(Fields json) {
    return new ResourceReport(
        json.required("address"),
        json.text("type"),
        json.text("id"),
        json.text("account"),
        json.text("region"),
        json.word("status", Status.class),
        json.text("severity").isEmpty()
            ? Optional.empty()
            : Optional.of(json.word("severity", Severity.class)),
        json.list("changes", StackReader::change),
        json.text("reason"),
        json.text("fingerprint"),
        json.optional("cause", StackReader::cause),
        json.text("readAt").isEmpty()
            ? Optional.empty()
            : Optional.of(Instant.parse(json.text("readAt"))));
  }

  private static Cause cause(Fields json) {
    return new Cause(
        json.text("principal"),
        json.text("event"),
        Instant.parse(json.required("at")),
        json.text("via"));
  }

  private static Change change(Fields json) {
    return new Change(
        json.required("path"),
        json.value("expected"),
        json.value("actual"),
        json.flag("sensitive"),
        json.list("items", StackReader::item));
  }

  private static Change.Item item(Fields json) {
    return new Change.Item(
        json.word("action", Change.Action.class),
        json.text("path"),
        json.value("expected"),
        json.value("actual"));
  }

  private static Unmanaged unmanaged(Fields json) {
    return new Unmanaged(
        json.text("type"), json.text("id"), json.text("account"), json.text("region"));
  }
}
