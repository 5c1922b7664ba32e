package dev.plumbline.tests.lambda;

import dev.plumbline.cli.demo.DemoAccount;
import dev.plumbline.cli.demo.DemoEstate;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the function takes to start and to scan the demo's estate, and how much memory, with the
 * JVM options one may give it. Prints a table; run by {@code tests/benchmarks/lambda-start}.
 */
class LambdaStart {

  private static final int ROUNDS = 3;
  private static final List<String> LAMBDAS =
      List.of("--enable-native-access=ALL-UNNAMED", "-Dhttp.maxConnections=64", "-Xmx880m");

  /** One container's life. */
  private record Life(Duration init, Duration first, Duration warm, long peakMemory) {}

  @Test
  void print_what_a_start_costs(@TempDir Path folder) throws Exception {
    Path root = Path.of(System.getProperty("plumbline.root", ".."));
    FunctionZip zip = FunctionZip.unpack(root, Files.createDirectory(folder.resolve("lib")));
    Path cache = folder.resolve("function.aot");
    try (Emulator emulator = EmulatorKind.MOTO.start(_ -> {});
        DemoAccount account = DemoEstate.build(emulator)) {
      account.changeBehindTerraform();
      DeployedService service = new DeployedService(account.endpoint());
      service.configure(
          "version: 1\nstacks: [{name: teashop, state: \"%s\", lock: s3}]\n"
              .formatted(account.stateUri()));
      print(
          "%-34s %9s %9s %9s %9s",
          "median of " + ROUNDS, "init ms", "first ms", "warm ms", "peak MiB");
      measure("plain", List.of(), zip, service, folder);
      measure(
          "C1 and serial GC (Lambda's own)",
          List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
          zip,
          service,
          folder);
      live(List.of("-XX:AOTCacheOutput=" + cache, "-XX:+UseSerialGC"), zip, service, folder);
      measure(
          "AOT cache, C1 and serial GC",
          List.of("-XX:AOTCache=" + cache, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
          zip,
          service,
          folder);
    }
  }

  private static void measure(
      String name, List<String> options, FunctionZip zip, DeployedService service, Path folder)
      throws Exception {
    List<Life> lives = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      lives.add(live(options, zip, service, folder));
    }
    print(
        "%-34s %9d %9d %9d %9d",
        name,
        median(lives.stream().map(life -> life.init().toMillis()).toList()),
        median(lives.stream().map(life -> life.first().toMillis()).toList()),
        median(lives.stream().map(life -> life.warm().toMillis()).toList()),
        median(lives.stream().map(Life::peakMemory).toList()));
  }

  private static Life live(
      List<String> options, FunctionZip zip, DeployedService service, Path folder)
      throws Exception {
    List<String> jvm = new ArrayList<>(LAMBDAS);
    jvm.addAll(options);
    Path log = Files.createTempFile(folder, "function", ".log");
    try (RunningFunction function = RunningFunction.start(zip, jvm, service.environment(), log)) {
      Duration init = function.initialised();
      Duration first = scan(function);
      Duration warm =
          Duration.ofMillis(median(List.of(millis(function), millis(function), millis(function))));
      return new Life(init, first, warm, function.peakMemory().orElse(0L));
    }
  }

  private static long millis(RunningFunction function) throws Exception {
    return scan(function).toMillis();
  }

  private static Duration scan(RunningFunction function) throws Exception {
    RuntimeApi.Answer answer = function.invoke("{}");
    if (answer.failed()) {
      throw new IllegalStateException(answer.body() + "\n" + function.log());
    }
    return answer.took();
  }

  private static long median(List<Long> values) {
    return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(format, values));
  }
}
