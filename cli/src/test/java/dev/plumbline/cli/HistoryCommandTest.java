package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.wiring.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryCommandTest {

  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** The queue drifts from hour 0 to 4 and from 10 to 12, the pantry's topic from hour 1 on. */
  @BeforeEach
  void remember() throws IOException {
    Store store = Store.inFolder(folder, InstantSource.system());
    scan(store, "shop", 0, drifted("aws_sqs_queue.jobs", "ben"));
    scan(store, "pantry", 1, drifted("aws_sns_topic.news", "\u001b[31mroot"));
    scan(store, "shop", 4, inSync("aws_sqs_queue.jobs"));
    scan(store, "shop", 10, drifted("aws_sqs_queue.jobs", "ben"));
    scan(store, "shop", 12, inSync("aws_sqs_queue.jobs"));
    store.audit().add(entry(1, "revert requested"));
    store.audit().add(entry(2, "plan approved"));
  }

  @Test
  void a_line_for_each_stack_and_one_for_all() {
    assertThat(run()).isZero();

    assertThat(lines())
        .containsExactly(
            "STACK OCCURRENCES OPEN CAME BACK MEAN TIME TO REMEDIATE",
            "pantry 1 1 0 (0%) -",
            "shop 2 0 1 (50%) 3 h 0 min",
            "total 3 1 1 (33%) 3 h 0 min");
  }

  @Test
  void json_holds_the_same_figures() throws IOException {
    assertThat(run("--format=json", "--by=type", "--since=2026-11-01T06:00:00Z")).isZero();

    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("by").asText()).isEqualTo("type");
    assertThat(json.get("since").asText()).isEqualTo("2026-11-01T06:00:00Z");
    assertThat(json.at("/rows/0/name").asText()).isEqualTo("aws_sns_topic");
    assertThat(json.at("/rows/0/meanTimeToRemediateSeconds").isNull()).isTrue();
    assertThat(json.at("/rows/1/occurrences").asInt()).isEqualTo(1);
    assertThat(json.at("/rows/1/recurrence").asDouble()).isEqualTo(1.0);
    assertThat(json.at("/rows/1/meanTimeToRemediateSeconds").asLong()).isEqualTo(7_200);
    assertThat(json.at("/total/open").asInt()).isEqualTo(1);
  }

  @Test
  void a_name_cannot_move_the_terminal() {
    assertThat(run("--by=actor")).isZero();

    assertThat(out.toString()).contains("ben", "\\u001b[31mroot").doesNotContain("\u001b");
  }

  @Test
  void only_the_stacks_that_are_named_are_counted() {
    assertThat(run("shop")).isZero();

    assertThat(lines()).hasSize(3).noneMatch(line -> line.startsWith("pantry"));
  }

  @Test
  void a_stack_that_nobody_scanned_is_an_error_that_says_so() {
    assertThat(run("cellar")).isEqualTo(1);

    assertThat(err.toString()).contains("Nothing is remembered of a stack called cellar");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void the_audit_trail_tells_who_did_what_the_newest_first() {
    assertThat(run("shop", "--audit")).isZero();

    assertThat(lines())
        .containsExactly(
            "2026-11-01T02:00:00Z shop github:ana plan approved k3v9x2m1qa with \\u001b[2J",
            "2026-11-01T01:00:00Z shop github:ana revert requested k3v9x2m1qa with \\u001b[2J");
  }

  @Test
  void the_audit_trail_ends_where_it_is_told_to() throws IOException {
    assertThat(run("shop", "--audit", "--since=2026-11-01T02:00:00Z", "--format=json")).isZero();

    JsonNode entries = new ObjectMapper().readTree(out.toString()).get("entries");
    assertThat(entries).hasSize(1);
    assertThat(entries.at("/0/action").asText()).isEqualTo("plan approved");
    assertThat(entries.at("/0/realm").asText()).isEqualTo("github");
  }

  @Test
  void an_empty_store_says_that_nothing_is_remembered() {
    assertThat(plumbline("history", "--store=" + folder.resolve("none"))).isZero();

    assertThat(out.toString()).startsWith("Nothing drifted in that time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--since=soon", "--since=0d", "--by=moon", "--format=pdf", "--table=a"})
  void a_usage_error_is_1_and_says_which(String option) {
    assertThat(run(option)).isEqualTo(1);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(option.substring(0, option.indexOf('=')));
  }

  @Test
  void a_time_ago_and_a_date_are_both_understood() {
    Since.Reader reader = new Since.Reader();

    assertThat(reader.convert("4w").before(START)).isEqualTo(START.minus(Duration.ofDays(28)));
    assertThat(reader.convert("12h").before(START)).isEqualTo(START.minus(Duration.ofHours(12)));
    assertThat(reader.convert("2026-10-31").before(START))
        .isEqualTo(Instant.parse("2026-10-31T00:00:00Z"));
  }

  private static AuditTrail.Entry entry(int hour, String action) {
    return new AuditTrail.Entry(
        "shop",
        START.plus(Duration.ofHours(hour)),
        new Actor(Actor.Realm.GITHUB, "ana"),
        action,
        "k3v9x2m1qa",
        "with \u001b[2J");
  }

  private static void scan(Store store, String stack, int hour, ResourceReport resource)
      throws IOException {
    store
        .stacks()
        .scanned(
            new StackReport(
                stack,
                "",
                StackStatus.SCANNED,
                Optional.empty(),
                Optional.empty(),
                "",
                new Summary(1, 0, 1, 0, 0, 0, 0, 0, 1.0, 1, 1),
                List.of(resource),
                List.of(),
                List.of()),
            new Scan("scan-" + hour, START.plus(Duration.ofHours(hour)), ""),
            true);
  }

  private static ResourceReport drifted(String address, String by) {
    return resource(address, Status.DRIFTED)
        .withFingerprint("sha256:" + address)
        .withCause(new Cause(by, "SetQueueAttributes", START, "console"));
  }

  private static ResourceReport inSync(String address) {
    return resource(address, Status.IN_SYNC);
  }

  private static ResourceReport resource(String address, Status status) {
    return new ResourceReport(
        address,
        address.substring(0, address.indexOf('.')),
        "id",
        "",
        "",
        status,
        Optional.of(Severity.HIGH),
        List.of(),
        "");
  }

  private List<String> lines() {
    return out.toString().lines().map(line -> line.replaceAll(" +", " ")).toList();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("history", "--store=" + folder));
    Stream.of(arguments).forEach(all::add);
    return plumbline(all.toArray(String[]::new));
  }

  private int plumbline(String... arguments) {
    return Plumbline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
