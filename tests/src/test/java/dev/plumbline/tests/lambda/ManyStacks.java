package dev.plumbline.tests.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cli.demo.DemoAccount;
import dev.plumbline.cli.demo.DemoEstate;
import dev.plumbline.tests.MendedEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * What a run takes through the deployed state machine: of 200 stacks of 50 resources, each with
 * drift, or of one that has 5,000. Prints a table; run by {@code tests/benchmarks/many-stacks} and
 * {@code tests/benchmarks/large-state}.
 */
class ManyStacks {

  private static final int STACKS = 200;
  private static final int RESOURCES = 50;
  private static final int LARGE = 5_000;
  private static final int CONTAINERS = 2;

  /** Of the 512 MiB that are asked for, and of the 1,024 that are deployed. */
  private static final String SMALL_HEAP = "-Xmx440m";

  private static final String HEAP = "-Xmx880m";

  @TempDir private Path folder;

  private interface Fill {
    void with(ManyStates states);
  }

  @Test
  void print_what_many_stacks_take() throws Exception {
    measure(
        SMALL_HEAP,
        STACKS,
        states -> {
          for (int i = 0; i < STACKS; i++) {
            states.drifted("teams/%03d/terraform.tfstate".formatted(i), RESOURCES);
          }
        });
  }

  @Test
  void print_what_a_large_state_takes() throws Exception {
    measure(HEAP, 1, states -> states.drifted("teams/all/terraform.tfstate", LARGE));
  }

  private void measure(String heap, int stacks, Fill fill) throws Exception {
    List<String> jvm =
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            heap,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC");
    FunctionZip zip =
        FunctionZip.unpack(
            Path.of(System.getProperty("plumbline.root", "..")),
            Files.createDirectory(folder.resolve("lib")));
    try (GitHubStandIn github = new GitHubStandIn();
        LambdaStandIn lambda = new LambdaStandIn(zip, jvm, folder);
        MendedEmulator emulator =
            MendedEmulator.start(
                "/dev/plumbline/tests/lambda/machines.py",
                Map.of("LAMBDA_STAND_IN", lambda.address()),
                Files.createDirectory(folder.resolve("emulator")));
        DemoAccount account = DemoEstate.build(emulator)) {
      DeployedRuns runs = new DeployedRuns(emulator.endpoint(), lambda, CONTAINERS);
      ManyStates states = new ManyStates(emulator.endpoint(), account);
      fill.with(states);
      runs.configure(configuration(github));
      measure(runs, emulator, github, stacks);
    }
  }

  private static String configuration(GitHubStandIn github) {
    return """
    version: 1
    defaults:
      region: us-east-1
      publish: {github: {repository: acme/infra, labels: [drift], baseUrl: "%s"}}
    stacks: [{discover: "s3://acme-states/**/terraform.tfstate", lock: s3}]
    """
        .formatted(github.url());
  }

  private static void measure(
      DeployedRuns runs, MendedEmulator emulator, GitHubStandIn github, int stacks)
      throws Exception {
    long before = emulator.requests();
    Instant began = Instant.now();
    DescribeExecutionResponse execution = runs.run("many", DeployedRuns.scheduledInput());
    Duration took = Duration.between(began, Instant.now());
    if (execution.status() != ExecutionStatus.SUCCEEDED) {
      throw new IllegalStateException(execution + runs.function("SummaryFunction").log());
    }
    JsonNode output = DeployedRuns.output(execution);
    long requests = emulator.requests() - before;
    print("%s", output);
    print("wall clock               %,9.1f s", seconds(took));
    for (String function : List.of("InventoryFunction", "ScanFunction", "SummaryFunction")) {
      print("%-24s %,9.1f s", function, seconds(runs.function(function).ran()));
    }
    print("answers of scans         %9d", runs.function("ScanFunction").answers().size());
    print("most memory of a scan    %9d MiB", runs.function("ScanFunction").peakMemory());
    print("bytes of slices          %,9d", runs.size("slices/"));
    print("median of a scan         %,9.2f s", median(runs.function("ScanFunction").answers()));
    print("calls of readers / stack %,9.1f", output.path("apiCalls").asDouble() / stacks);
    print("requests to AWS / stack  %,9.1f", (double) requests / stacks);
    print("issues                   %9d", github.opened().size());
    print("messages                 %9d", runs.messages().size());
  }

  private static double median(List<RuntimeApi.Answer> answers) {
    List<Duration> sorted = answers.stream().map(RuntimeApi.Answer::took).sorted().toList();
    return seconds(sorted.get(sorted.size() / 2));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(format, values));
  }
}
