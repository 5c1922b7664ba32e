package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Plumbline;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A secret at every sensitive place of a state shows nowhere, though nearly all of them drift, and
 * with what is unmanaged beside it. {@link EveryTypeTest} looks for those of all other types.
 */
class CanaryTest {

  private static final long SEED = 7;

  @RegisterExtension static final RecordedEstate HARBOUR = RecordedEstate.harbour();
  @RegisterExtension static final RecordedEstate DEMO = RecordedEstate.demo();

  private final Canaries canaries = new Canaries();

  static Stream<RecordedEstate> estates() {
    return Stream.of(HARBOUR, DEMO);
  }

  @ParameterizedTest
  @MethodSource("estates")
  void no_output_shows_a_secret(RecordedEstate estate) {
    Report report =
        AccountScan.of(estate.endpoint()).withUnmanaged().report(planted(estate.state()));

    assertThat(masked(report)).as("drift at places that are masked").isGreaterThan(20);
    assertThat(Outputs.byName(report))
        .allSatisfy((name, text) -> assertThat(canaries.foundIn(text)).as(name).isEmpty());
  }

  @Test
  void no_log_shows_a_secret_at_any_level(@TempDir Path folder) throws Exception {
    String printed = forked(HARBOUR.endpoint(), planted(HARBOUR.state()), folder);

    assertThat(printed).contains("sensitive");
    assertThat(canaries.foundIn(printed)).isEmpty();
    assertThat(printed).doesNotContain("TRACE software.amazon", "DEBUG software.amazon");
  }

  @Test
  void no_message_about_a_broken_state_shows_a_secret(@TempDir Path folder) throws IOException {
    String whole = Files.readString(planted(HARBOUR.state()));
    Random random = new Random(SEED);
    List<Integer> exitCodes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Path broken = Files.writeString(folder.resolve("broken.tfstate"), broken(whole, random));

      Cli.Result result = Cli.scan(HARBOUR.endpoint(), broken, "--type=none");

      exitCodes.add(result.exitCode());
      assertThat(canaries.foundIn(result.out() + result.err())).as("seed %d", SEED).isEmpty();
    }
    assertThat(exitCodes).as("most of them cannot be read").haveAtLeast(40, equalTo(1));
  }

  /** Cut off, or with something else where a secret begins. */
  private String broken(String state, Random random) {
    String canary = canaries.all().get(random.nextInt(canaries.all().size()));
    int at = state.indexOf(canary);
    return switch (random.nextInt(4)) {
      case 0 -> state.substring(0, at + random.nextInt(canary.length()));
      case 1 -> state.substring(0, at - 1) + state.substring(at);
      case 2 -> state.substring(0, at) + "\\x" + state.substring(at);
      default -> state.substring(0, at) + "\n\u0001" + state.substring(at);
    };
  }

  private static Condition<Integer> equalTo(int wanted) {
    return new Condition<>(code -> code == wanted, "is %d", wanted);
  }

  private Path planted(Path state) {
    StateEdit edit = StateEdit.of(state);
    edit.instances().forEach(canaries::plant);
    assertThat(canaries.all()).hasSizeGreaterThan(100);
    return edit.write();
  }

  private static long masked(Report report) {
    return report.stacks().getFirst().resources().stream()
        .map(ResourceReport::changes)
        .flatMap(List::stream)
        .filter(Change::sensitive)
        .count();
  }

  /** Standard output and error of the command line in a JVM of its own that logs all it can. */
  private static String forked(URI endpoint, Path state, Path folder) throws Exception {
    Path printed = folder.resolve("printed");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
            "-Daws.accessKeyId=" + Emulator.ACCOUNT,
            "-Daws.secretAccessKey=none",
            "-cp",
            System.getProperty("java.class.path"),
            Plumbline.class.getName(),
            "scan",
            state.toString(),
            "--unmanaged",
            "--all",
            "--region=us-east-1",
            "--endpoint-url=" + endpoint);
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    Process process = builder.redirectErrorStream(true).redirectOutput(printed.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended within a minute").isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    return Files.readString(printed);
  }
}
