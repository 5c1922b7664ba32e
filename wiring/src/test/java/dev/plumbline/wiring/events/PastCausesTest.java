package dev.plumbline.wiring.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.config.Events;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.ResourceIndex.Indexed;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.publish.Reports;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who caused what a scan found, as far as somebody told it or the records of calls do. */
class PastCausesTest {

  private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
  private static final Instant SUNDAY = MONDAY.minus(Duration.ofDays(1));
  private static final String ORDERS = "aws_sqs_queue.orders";
  private static final String URL = "https://sqs.us-east-1.amazonaws.com/123456789012/orders";
  private static final Cause BEFORE = new Cause("ana", "SetQueueAttributes", SUNDAY, "console");

  private final Map<String, List<String>> records = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private Optional<String> trouble = Optional.empty();

  @Test
  void the_last_call_that_names_what_drifts_says_who_did_it() {
    records.put(
        URL,
        List.of(
            Watched.set("orders", "late", MONDAY.plusSeconds(1)),
            Watched.set("orders", "bob", SUNDAY),
            Watched.set("orders", "ana", SUNDAY.minusSeconds(60)),
            Watched.set("other", "eve", SUNDAY.plusSeconds(60))));

    StackReport told = told(new Events(List.of(), true), ORDERS);

    assertThat(who(told, ORDERS)).contains("bob (role Admin)");
    assertThat(told.notes()).containsExactly(StackCauses.BEST_EFFORT);
  }

  @Test
  void a_deployment_caused_no_drift_and_what_cannot_be_read_tells_nothing() {
    records.put(
        URL,
        List.of(
            "no JSON",
            Watched.set("orders", "ci", "deploy", SUNDAY),
            Watched.set("orders", "ana", SUNDAY.minusSeconds(60))));
    Events events = new Events(List.of("arn:aws:iam::123456789012:role/deploy"), true);

    assertThat(who(told(events, ORDERS), ORDERS)).contains("ana (role Admin)");
  }

  @Test
  void who_is_remembered_is_not_looked_up_and_stays() {
    findings.add(finding(Optional.of(BEFORE), Optional.empty()));

    assertThat(told(Events.NONE, ORDERS).resources().getFirst().cause()).contains(BEFORE);
    assertThat(asked).isEmpty();
  }

  @Test
  void who_caused_it_the_last_time_did_not_cause_it_again() {
    findings.add(finding(Optional.of(BEFORE), Optional.of(SUNDAY)));

    assertThat(who(told(Events.NONE, ORDERS), ORDERS)).isEmpty();
  }

  @Test
  void switched_off_nobody_is_asked_and_nothing_is_said() {
    records.put(URL, List.of(Watched.set("orders", "bob", SUNDAY)));

    StackReport told = told(new Events(List.of(), false), ORDERS);

    assertThat(who(told, ORDERS)).isEmpty();
    assertThat(told.notes()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void what_cannot_be_looked_up_is_said_once_and_nothing_else_is_lost() {
    trouble = Optional.of("access denied. Allow cloudtrail:LookupEvents.");

    StackReport told = told(Events.NONE, ORDERS, "aws_sqs_queue.jobs");

    assertThat(told.resources()).hasSize(2).allMatch(each -> each.cause().isEmpty());
    assertThat(told.notes())
        .containsExactly(
            "Of some of the drift nobody could look up who did it: access denied. Allow"
                + " cloudtrail:LookupEvents.");
  }

  @Test
  void only_so_much_is_asked_in_one_scan_and_the_worst_comes_first() {
    String[] addresses =
        IntStream.range(0, 100).mapToObj(i -> "aws_sqs_queue.q" + i).toArray(String[]::new);

    StackReport told = told(Events.NONE, addresses);

    assertThat(asked).hasSize(60).doesNotHaveDuplicates();
    assertThat(asked.getFirst()).endsWith("/q99");
    assertThat(told.notes()).singleElement().asString().contains("more of it than is looked up");
  }

  private StackReport told(Events events, String... addresses) {
    StackReport stack =
        Reports.stack(
            "shop", Stream.of(addresses).map(PastCausesTest::drift).toList(), List.of(), List.of());
    PastCauses causes =
        new PastCauses(ResourceTypes.aws(), _ -> findings, () -> MONDAY.plusSeconds(9));
    Report report =
        causes.told(
            new PastCauses.Scanned(
                Reports.of(stack),
                _ -> Stream.of(addresses).map(PastCausesTest::indexed).toList(),
                "us-east-1",
                MONDAY.plus(Duration.ofMinutes(10))),
            new Records(),
            events);
    assertThat(report.apiCalls()).containsEntry("cloudtrail:LookupEvents", (long) asked.size());
    return report.stacks().getFirst();
  }

  private static Optional<String> who(StackReport stack, String address) {
    return stack.resources().stream()
        .filter(each -> each.address().equals(address))
        .findFirst()
        .flatMap(ResourceReport::cause)
        .map(Cause::principal);
  }

  private static ResourceReport drift(String address) {
    Severity severity = address.endsWith("q99") ? Severity.HIGH : Severity.LOW;
    return Reports.drifted(address, severity).withFingerprint("sha256:a");
  }

  private static Indexed indexed(String address) {
    String url = URL.replace("orders", address.substring(address.indexOf('.') + 1));
    return new Indexed(
        address,
        "aws_sqs_queue",
        "123456789012",
        "us-east-1",
        new TreeMap<>(Map.of(url, new TreeSet<>(Set.of("!id")))));
  }

  private static Finding finding(Optional<Cause> cause, Optional<Instant> resolved) {
    return new Finding(
        "shop",
        ORDERS,
        "aws_sqs_queue",
        Severity.LOW,
        "sha256:a",
        SUNDAY,
        SUNDAY,
        1,
        resolved,
        cause,
        Optional.empty(),
        SUNDAY,
        List.of());
  }

  /** What CloudTrail would answer: its records without EventBridge's envelope. */
  private final class Records implements CallHistory {

    @Override
    public List<String> of(String account, String region, String name, Instant since)
        throws IOException {
      asked.add(name);
      assertThat(account + " " + region).isEqualTo("123456789012 us-east-1");
      assertThat(Duration.between(since, MONDAY)).isGreaterThan(Duration.ofDays(89));
      if (trouble.isPresent()) {
        throw new IOException(trouble.get());
      }
      return records.getOrDefault(name, List.of()).stream()
          .map(each -> each.replaceFirst("(?s)^\\{\"account\":\"\\d+\",\"detail\":(.*)}$", "$1"))
          .toList();
    }

    @Override
    public Map<String, Long> calls() {
      return Map.of("cloudtrail:LookupEvents", (long) asked.size());
    }
  }
}
