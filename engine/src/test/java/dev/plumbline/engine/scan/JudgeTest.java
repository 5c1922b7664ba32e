package dev.plumbline.engine.scan;

import static dev.plumbline.engine.scan.Bench.found;
import static dev.plumbline.engine.scan.Bench.of;
import static dev.plumbline.engine.scan.Bench.part;
import static dev.plumbline.engine.scan.Bench.specimen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.compare.Specimen;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.severity.SeverityRule;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From what was observed to what the report says. */
final class JudgeTest {

  private static final Observation GONE = new Observation.Gone("a:Get answered NotFound");
  private static final Observation DENIED =
      new Observation.Unreadable("a:Get", "access denied (Denied). Allow a:Get to the role.");

  private final FakeObserve observe = new FakeObserve();
  private final Bench bench = new Bench(observe);

  @Test
  void every_managed_resource_is_in_the_report_with_a_verdict_in_address_order() {
    observe
        .answering("aws_specimen.drifted", found("{\"text\": \"b\"}"))
        .answering("aws_specimen.deleted", GONE)
        .answering("aws_specimen.unreadable", DENIED)
        .answering("aws_other.unsupported", new Observation.Unsupported("no reader yet"));
    StackReport report =
        bench.scan(
            text("unreadable"),
            text("in_sync"),
            text("drifted"),
            Specimen.recorded("aws_other", "unsupported", text("x").attributes()),
            text("deleted"));
    assertThat(report.resources())
        .extracting(ResourceReport::address, ResourceReport::status, ResourceReport::reason)
        .containsExactly(
            tuple("aws_other.unsupported", Status.UNSUPPORTED, "no reader yet"),
            tuple("aws_specimen.deleted", Status.DELETED, "a:Get answered NotFound"),
            tuple("aws_specimen.drifted", Status.DRIFTED, ""),
            tuple("aws_specimen.in_sync", Status.IN_SYNC, ""),
            tuple(
                "aws_specimen.unreadable",
                Status.UNREADABLE,
                "access denied (Denied). Allow a:Get to the role."));
  }

  @Test
  void the_summary_counts_every_verdict_and_coverage_leaves_out_what_was_not_read() {
    observe
        .answering("aws_specimen.drifted", found("{\"text\": \"b\"}"))
        .answering("aws_specimen.deleted", GONE)
        .answering("aws_specimen.unreadable", DENIED)
        .answering("aws_specimen.unsupported", new Observation.Unsupported("no reader yet"))
        .answering("aws_specimen.ignored", found("{\"list\": [\"b\"]}"))
        .finding(new Unmanaged("aws_specimen", "rogue", "123456789012", "us-east-1"));
    bench.ignoring(rule("aws_specimen.ignored", Optional.of("list"), Optional.empty()));
    StackReport report =
        bench.scan(
            text("in_sync"),
            text("drifted"),
            text("deleted"),
            text("unreadable"),
            text("unsupported"),
            specimen("ignored", "{\"list\": [\"a\"], \"hidden\": \"x\", \"number\": 1}"),
            specimen("half", "{\"text\": \"a\", \"unknown\": 1}"),
            text("other"));
    assertThat(report.summary()).isEqualTo(new Summary(8, 3, 1, 1, 1, 1, 1, 1, 0.75, 5, 11));
    assertThat(report.unmanaged()).extracting(Unmanaged::id).containsExactly("rogue");
  }

  @Test
  void a_stack_with_nothing_in_it_is_wholly_covered() {
    assertThat(bench.scan().summary().coverage()).isEqualTo(1.0);
  }

  @Test
  void an_unreadable_resource_names_the_action_that_failed_once() {
    observe
        .answering("aws_specimen.a", new Observation.Unreadable("a:Get", "it timed out."))
        .answering("aws_specimen.b", new Observation.Unreadable("a:Get", "a:Get timed out."))
        .answering("aws_specimen.c", new Observation.Unreadable("", "it timed out."));
    assertThat(bench.scan(text("a"), text("b"), text("c")).resources())
        .extracting(ResourceReport::reason)
        .containsExactly("a:Get: it timed out.", "a:Get timed out.", "it timed out.");
  }

  @Test
  void a_rule_about_an_attribute_leaves_the_other_changes() {
    observe.answering("aws_specimen.a", found("{\"text\": \"b\", \"number\": 2}"));
    bench.ignoring(rule("aws_specimen.*", Optional.of("number"), Optional.empty()));
    ResourceReport report = of(bench.scan(specimen("a", "{\"text\": \"a\", \"number\": 1}")), "a");
    assertThat(report.status()).isEqualTo(Status.DRIFTED);
    assertThat(report.changes()).extracting(Change::path).containsExactly("text");
  }

  @Test
  void a_resource_whose_every_change_is_ignored_is_ignored_and_shows_them() {
    observe.answering("aws_specimen.a", found("{\"number\": 2}"));
    bench.ignoring(rule("aws_specimen.*", Optional.of("number"), Optional.empty()));
    ResourceReport report = of(bench.scan(specimen("a", "{\"number\": 1}")), "a");
    assertThat(report.status()).isEqualTo(Status.IGNORED);
    assertThat(report.reason()).contains("aws_specimen.*", "number", "autoscaling", "@platform");
    assertThat(report.changes()).extracting(Change::path).containsExactly("number");
    assertThat(report.severity()).isEmpty();
  }

  @Test
  void what_moves_by_itself_is_ignored_with_what_moves_it_until_something_else_changes_too() {
    Value.Mapping now = ((Observation.Found) found("{\"number\": 2}")).attributes();
    Map<String, String> moving = Map.of("number", "is moved by autoscaling");
    observe
        .answering("aws_specimen.scaled", new Observation.Found(now, moving))
        .answering("aws_specimen.edited", new Observation.Found(now, Map.of("text", "moves")));

    StackReport report =
        bench.scan(specimen("scaled", "{\"number\": 1}"), specimen("edited", "{\"number\": 1}"));

    assertThat(of(report, "scaled").status()).isEqualTo(Status.IGNORED);
    assertThat(of(report, "scaled").reason())
        .isEqualTo("expected motion: number is moved by autoscaling");
    assertThat(of(report, "scaled").changes()).extracting(Change::path).containsExactly("number");
    assertThat(of(report, "edited").status()).isEqualTo(Status.DRIFTED);
  }

  @Test
  void a_rule_about_the_whole_resource_ignores_its_deletion_one_about_an_attribute_does_not() {
    observe.answering("aws_specimen.whole", GONE).answering("aws_specimen.part", GONE);
    bench
        .ignoring(rule("aws_specimen.whole", Optional.empty(), Optional.empty()))
        .ignoring(rule("aws_specimen.part", Optional.of("*"), Optional.empty()));
    StackReport report = bench.scan(text("whole"), text("part"));
    assertThat(of(report, "whole").status()).isEqualTo(Status.IGNORED);
    assertThat(of(report, "part").status()).isEqualTo(Status.DELETED);
  }

  @Test
  void what_could_not_be_read_is_not_ignored() {
    observe.answering("aws_specimen.a", DENIED);
    bench.ignoring(rule("*", Optional.empty(), Optional.empty()));
    assertThat(of(bench.scan(text("a")), "a").status()).isEqualTo(Status.UNREADABLE);
  }

  @Test
  void an_expired_rule_ignores_nothing_and_is_noted() {
    observe.answering("aws_specimen.a", found("{\"text\": \"b\"}"));
    LocalDate lastYear = LocalDate.of(2025, 12, 31);
    bench.ignoring(rule("aws_specimen.a", Optional.empty(), Optional.of(lastYear)));
    StackReport report = bench.scan(text("a"));
    assertThat(of(report, "a").status()).isEqualTo(Status.DRIFTED);
    assertThat(report.notes()).singleElement().asString().contains("expired on 2025-12-31");
  }

  @Test
  void the_highest_of_several_severities_wins() {
    observe.answering("aws_specimen.a", found("{\"text\": \"b\", \"number\": 2, \"truth\": true}"));
    bench
        .rating(new SeverityRule("change.path == 'number'", Severity.HIGH))
        .rating(new SeverityRule("true", Severity.LOW));
    RecordedResource resource = specimen("a", "{\"text\": \"a\", \"number\": 1, \"truth\": false}");
    assertThat(of(bench.scan(resource), "a").severity()).contains(Severity.HIGH);
  }

  @Test
  void an_ignored_change_does_not_raise_the_severity() {
    observe.answering("aws_specimen.a", found("{\"text\": \"b\", \"number\": 2}"));
    bench
        .ignoring(rule("aws_specimen.a", Optional.of("number"), Optional.empty()))
        .rating(new SeverityRule("change.path == 'number'", Severity.CRITICAL))
        .rating(new SeverityRule("true", Severity.LOW));
    assertThat(of(bench.scan(specimen("a", "{\"text\": \"a\", \"number\": 1}")), "a").severity())
        .contains(Severity.LOW);
  }

  @Test
  void what_is_in_sync_or_unread_has_no_severity_and_what_is_gone_has() {
    observe.answering("aws_specimen.unread", DENIED).answering("aws_specimen.gone", GONE);
    StackReport report = bench.scan(text("same"), text("unread"), text("gone"));
    assertThat(of(report, "same").severity()).isEmpty();
    assertThat(of(report, "unread").severity()).isEmpty();
    assertThat(of(report, "gone").severity()).contains(Severity.HIGH);
  }

  @Test
  void a_deleted_sibling_is_one_finding() {
    observe
        .answering("aws_specimen_part.p", GONE)
        .answering("aws_specimen.owner", found("{\"set\": []}"));
    StackReport report =
        bench.scan(
            specimen("owner", "{\"id\": \"main\", \"set\": [\"reader\"]}"),
            part("p", "{\"text\": \"main\", \"role\": \"reader\"}"));
    assertThat(report.summary().deleted()).isEqualTo(1);
    assertThat(report.summary().drifted()).isZero();
  }

  @Test
  void an_access_key_s_id_is_its_name_and_shown_as_such() {
    Unmanaged key = new Unmanaged("aws_iam_access_key", "AKIAIOSFODNN7EXAMPLE", "1", "");
    observe.finding(key);

    assertThat(bench.scan(text("a")).unmanaged()).containsExactly(key);
  }

  @Test
  void the_observer_s_notes_reach_the_report() {
    observe.noting("Unmanaged things could not be looked for.");
    assertThat(bench.scan().notes()).contains("Unmanaged things could not be looked for.");
  }

  private static RecordedResource text(String name) {
    return specimen(name, "{\"text\": \"a\"}");
  }

  private static IgnoreRule rule(
      String address, Optional<String> attribute, Optional<LocalDate> expires) {
    return new IgnoreRule(
        new Glob(address),
        Optional.empty(),
        attribute.map(Glob::new),
        Optional.empty(),
        "autoscaling",
        "@platform",
        expires,
        Optional.empty());
  }
}
