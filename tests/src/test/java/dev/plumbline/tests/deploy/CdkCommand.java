package dev.plumbline.tests.deploy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The CDK's command line, as the lock file pins it, run where the README runs it: in {@code cdk},
 * against an emulated account.
 *
 * @param folder for its log
 */
record CdkCommand(Path cdk, URI endpoint, Path folder) {

  private static final long PATIENCE_MINUTES = 5;

  static boolean isThere() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(":"))
        .anyMatch(each -> Files.isExecutable(Path.of(each, "npm")));
  }

  /** Runs it to its end. */
  void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("npx", "--no-install", "cdk"));
    command.addAll(List.of(arguments));
    process(command);
  }

  /** Installs it. */
  void install() throws IOException, InterruptedException {
    process(List.of("npm", "ci", "--no-audit", "--no-fund"));
  }

  private void process(List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "cdk", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(cdk.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment());
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(command + ": " + Files.readString(log));
      }
    } finally {
      process.destroy();
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        // By this name the emulator knows its own templates' addresses.
        "AWS_ENDPOINT_URL", "http://localhost:" + endpoint.getPort(),
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "123456789012",
        "AWS_SECRET_ACCESS_KEY", "none",
        "AWS_EC2_METADATA_DISABLED", "true",
        // The build that runs this test has built them.
        "PLUMBLINE_FUNCTIONS", "built",
        "CDK_DISABLE_CLI_TELEMETRY", "true",
        "CDK_DISABLE_VERSION_CHECK", "1");
  }
}
