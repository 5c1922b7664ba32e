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
 * What a run of 200 stacks of 50 resources, each with drift, takes, through the deployed state
 * machine. Prints a table; run by {@code tests/benchmarks/many-stacks}.
 */
class ManyStacks {

  private static final int STACKS = 200;
  private static final int RESOURCES = 50;
  private static final int CONTAINERS = 2;

  private static final List<String> JVM =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-Xmx440m",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC");

  @Test
  void print_what_a_run_takes(@TempDir Path folder) throws Exception {
    FunctionZip zip =
        FunctionZip.unpack(
            Path.of(System.getProperty("plumbline.root", "..")),
            Files.createDirectory(folder.resolve("lib")));
    try (GitHubStandIn github = new GitHubStandIn();
        LambdaStandIn lambda = new LambdaStandIn(zip, JVM, folder);
        MendedEmulator emulator =
            MendedEmulator.start(
                "/dev/plumbline/tests/lambda/machines.py",
                Map.of("LAMBDA_STAND_IN", lambda.address()),
                Files.createDirectory(folder.resolve("emulator")));
        DemoAccount account = DemoEstate.build(emulator)) {
      DeployedRuns runs = new DeployedRuns(emulator.endpoint(), lambda, CONTAINERS);
      ManyStates states = new ManyStates(emulator.endpoint(), account);
      for (int i = 0; i < STACKS; i++) {
        states.drifted("teams/%03d/terraform.tfstate".formatted(i), RESOURCES);
      }
      runs.configure(configuration(github));
      measure(runs, emulator, github);
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

  private static void measure(DeployedRuns runs, MendedEmulator emulator, GitHubStandIn github)
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
    print("median of a scan         %,9.2f s", median(runs.function("ScanFunction").answers()));
    print("calls of readers / stack %,9.1f", output.path("apiCalls").asDouble() / STACKS);
    print("requests to AWS / stack  %,9.1f", (double) requests / STACKS);
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
