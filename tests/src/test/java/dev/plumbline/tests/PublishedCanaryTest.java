package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets at every sensitive place of a state, and some that only the account knows, are in nothing
 * that a service writes, answers or logs, though nearly all of them drift. What is no secret is
 * found there by the same search.
 */
class PublishedCanaryTest {

  @RegisterExtension static final RecordedEstate HARBOUR = RecordedEstate.harbour().ownAccount();

  @RegisterExtension
  static final RecordedEstate IDENTITY = RecordedEstate.named("identity").ownAccount();

  @TempDir Path out;
  private final Canaries canaries = new Canaries(SecretForms.SECRET);
  private final List<String> live = new ArrayList<>();
  private final List<String> estates = new ArrayList<>();

  @Test
  void a_secret_is_in_nothing_that_is_written_answered_or_logged(TestReporter reporter)
      throws Exception {
    for (var each : Map.of("harbour", HARBOUR, "identity", IDENTITY).entrySet()) {
      RecordedEstate estate = each.getValue();
      Path first = planted(estate.state());
      add(each.getKey(), estate, first, planted(estate.state()), broken(each.getKey(), first));
    }
    add("ordinary", HARBOUR, ordinary(HARBOUR.state()));

    Map<String, String> outputs = run();

    assertThat(live).hasSizeGreaterThan(10);
    List<String> secrets = Stream.concat(canaries.all().stream(), live.stream()).toList();
    assertThat(found(SecretForms.of(secrets), outputs)).isEmpty();
    assertThat(outputs.get("log")).contains("DEBUG com.slack");
    assertThat(outputs.get("harbour folder 0 issues")).contains("sensitive value");
    assertThat(found(SecretForms.ofOrdinary(), outputs).keySet())
        .contains(
            "ordinary folder 0 S3",
            "ordinary folder 0 SNS",
            "ordinary folder 0 issues",
            "ordinary table 0 scan --stack STACK --all",
            "ordinary table 0 GET _v1_scans_scan-asked_report")
        .allMatch(output -> output.startsWith("ordinary "));
    reporter.publishEntry(
        "%d secrets in states, %d in accounts; %d outputs of %,d characters"
            .formatted(canaries.all().size(), live.size(), outputs.size(), length(outputs)));
  }

  private void add(String name, RecordedEstate estate, Path... states) {
    live.addAll(new LiveSecrets(estate.endpoint(), live.size()).plant(StateEdit.of(states[0])));
    List<String> words = new ArrayList<>(List.of(name, estate.endpoint().toString()));
    Stream.of(states).map(Path::toString).forEach(words::add);
    estates.add(String.join(" ", words));
  }

  private Path planted(Path state) {
    StateEdit edit = StateEdit.of(state);
    edit.instances().forEach(canaries::plant);
    return edit.write();
  }

  /** Ends within a secret. */
  private Path broken(String name, Path state) throws IOException {
    String whole = Files.readString(state);
    return Files.writeString(
        out.resolve(name + ".broken"),
        whole.substring(0, whole.lastIndexOf("wolframite-") + "wolframite-0001".length()));
  }

  private static Path ordinary(Path state) {
    StateEdit edit = StateEdit.of(state);
    edit.ofType("aws_sqs_queue")
        .forEach(
            queue -> {
              for (String tags : List.of("tags", "tags_all")) {
                ObjectNode all = queue.attributes().withObject("/" + tags);
                all.put("Owner", SecretForms.ORDINARY.formatted(1));
              }
            });
    return edit.write();
  }

  /** Where one is, and in which forms. */
  private static Map<String, Set<String>> found(SecretForms forms, Map<String, String> outputs) {
    Map<String, Set<String>> found = new TreeMap<>();
    outputs.forEach(
        (name, text) -> {
          Set<String> in = forms.in(text);
          if (!in.isEmpty()) {
            found.put(name, in);
          }
        });
    return found;
  }

  private static long length(Map<String, String> outputs) {
    return outputs.values().stream().mapToLong(String::length).sum();
  }

  /** What came of it, by its name; in a JVM that logs all it can. */
  private Map<String, String> run() throws Exception {
    Path log = out.resolve("log.output");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-Dorg.slf4j.simpleLogger.log.org.eclipse.jetty=info",
                "-cp",
                System.getProperty("java.class.path"),
                CanaryRun.class.getName(),
                out.toString()));
    command.addAll(estates);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(end(log)).isZero();
    return outputs();
  }

  private static String end(Path log) throws IOException {
    String all = Files.readString(log);
    return all.substring(Math.max(0, all.length() - 3_000));
  }

  private Map<String, String> outputs() throws IOException {
    Map<String, String> outputs = new TreeMap<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".output")).toList()) {
        outputs.put(file.getFileName().toString().replace(".output", ""), Files.readString(file));
      }
    }
    return outputs;
  }
}
