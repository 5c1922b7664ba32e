package dev.plumbline.publish.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.FailingStacks.Streak;
import dev.plumbline.engine.store.Runs.Result;
import dev.plumbline.publish.RunReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** One message for a run, however many stacks it had. */
class RunDigestTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:drift";

  private static Result drifted(String stack, Severity severity) {
    return new Result(
        stack,
        StackStatus.SCANNED,
        new Summary(3, 2, 1, 0, 0, 0, 0, 0, 1.0, 10, 12),
        "sha256:" + stack,
        Optional.of(severity),
        "s3://b/reports/%s.json".formatted("r".repeat(300)),
        "https://github.example/issues/1",
        false,
        true,
        List.of(),
        7,
        NOW);
  }

  private static Result failed(String stack) {
    return Result.unread(stack, StackStatus.FAILED, "NO_SUCH_OBJECT: it is not there", NOW);
  }

  private static RunReport run(List<Result> results) {
    return new RunReport("run-1", NOW, results, List.of());
  }

  @Test
  void it_says_what_is_new_the_worst_first_and_what_was_not_scanned() throws Exception {
    Result low = drifted("a", Severity.LOW);
    Result high = drifted("b", Severity.HIGH);
    Result failed = failed("net");
    RunDigest digest =
        new RunDigest(
            run(List.of(low, high, failed)), List.of(low, high), List.of(failed), List.of());

    PublishRequest request = digest.request(TOPIC);

    assertThat(request.subject()).isEqualTo("Plumbline: 2 stacks drifted, 1 not scanned of 3");
    assertThat(digest.text())
        .containsSubsequence("HIGH", "b: 1 drifted", "LOW", "a: 1 drifted", "net: NO_SUCH_OBJECT");
    assertThat(request.messageAttributes().get("severity").stringValue()).isEqualTo("HIGH");
    assertThat(request.messageAttributes().get("status").stringValue()).isEqualTo("DRIFTED");
    JsonNode document = document(request);
    assertThat(document.at("/stacks/all").asInt()).isEqualTo(3);
    assertThat(document.at("/stacks/failed").asInt()).isOne();
    assertThat(document.at("/changed/0/stack").asText()).isEqualTo("b");
    assertThat(document.at("/unread/0/problem").asText()).startsWith("NO_SUCH_OBJECT");
  }

  @Test
  void a_stack_whose_issue_could_not_be_written_is_told() {
    Result scanned =
        new Result(
            "net",
            StackStatus.SCANNED,
            Summary.NOTHING,
            "",
            Optional.empty(),
            "",
            "",
            false,
            false,
            List.of("Writing the issue of net failed: GitHub answered 500."),
            1,
            NOW);
    RunReport run = run(List.of(scanned));

    assertThat(run.unread()).isEmpty();
    assertThat(new RunDigest(run, List.of(), List.of(), run.untold()).text())
        .contains("Scanned, but", "net: Writing the issue of net failed");
  }

  @Test
  void ten_thousand_stacks_with_long_names_fit_into_one_message() throws Exception {
    List<Result> all =
        IntStream.range(0, 10_000)
            .mapToObj(i -> drifted("\u00fc".repeat(400) + i, Severity.MEDIUM))
            .toList();
    List<Result> unread =
        IntStream.range(0, 10_000).mapToObj(i -> failed("\u00fc".repeat(400) + i)).toList();

    PublishRequest request = new RunDigest(run(all), all, unread, List.of()).request(TOPIC);

    assertThat(request.message().getBytes(UTF_8)).hasSizeLessThan(250 * 1024);
    assertThat(document(request).path("changedOmitted").asInt()).isBetween(9_970, 9_999);
  }

  @Test
  void a_name_cannot_write_a_line_of_its_own() {
    Result hostile = drifted("a\nCRITICAL  everything: 9 deleted", Severity.LOW);

    assertThat(
            new RunDigest(run(List.of(hostile)), List.of(hostile), List.of(), List.of())
                .text()
                .lines())
        .noneMatch(line -> line.startsWith("CRITICAL"));
  }

  @Test
  void stacks_that_keep_failing_are_told_together() {
    PublishRequest request =
        FailingMessage.of(TOPIC, List.of(new Streak("net", 3, "r"), new Streak("shop", 3, "r")));

    assertThat(request.subject()).isEqualTo("Plumbline: 2 stacks could not be scanned repeatedly");
    assertThat(request.message()).contains("net: not scanned in 3 runs in a row", "shop");
    assertThat(request.messageAttributes().get("trouble").stringValue())
        .isEqualTo("stacks-failing");
  }

  @Test
  void the_share_of_failed_stacks_is_of_those_of_the_run() {
    assertThat(
            run(List.of(failed("a"), drifted("b", Severity.LOW), failed("c"))).failedPercentage())
        .isEqualTo(66);
    assertThat(run(List.of()).failedPercentage()).isEqualTo(100);
  }

  private static JsonNode document(PublishRequest request) throws Exception {
    JsonMapper json = new JsonMapper();
    return json.readTree(json.readTree(request.message()).path("sqs").asText());
  }
}
