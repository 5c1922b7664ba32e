package dev.plumbline.tests.lambda;

import dev.plumbline.cli.demo.DemoAccount;
import dev.plumbline.cli.demo.DemoEstate;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the function takes to start and to scan 25 resources of the demo's estate, and how much
 * memory, on one processor with what Lambda gives 512 MiB. Prints a table; run by {@code
 * tests/benchmarks/lambda-start}.
 */
class LambdaStart {

  private static final int ROUNDS = 3;
  private static final int RESOURCES = 25;
  private static final String STACK =
      "version: 1\nstacks: [{name: teashop, state: \"%s\", lock: s3}]\n";

  /**
   * As Lambda starts a function of 512 MiB that has no snapshot: the JVM has 86 % of it as heap.
   */
  private static final List<String> LAMBDAS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-Dhttp.maxConnections=64",
          "-Xmx440m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1");

  private static final String HOOKS = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

  /** One way to start. */
  private record Way(String name, boolean snapshot, List<String> jvm) {}

  /**
   * One container's life.
   *
   * @param before the snapshot, once for each version published; nothing where there is none
   * @param init from the container's start, or the snapshot, until it asks for its first event
   */
  private record Life(
      Duration before,
      Duration init,
      Duration initWork,
      Duration first,
      Duration firstWork,
      Duration warm,
      long peakMemory) {}

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
          STACK.formatted(FirstResources.of(account.endpoint(), account.stateUri(), RESOURCES)));
      System.out.printf("zip %.1f MB%n", FunctionZip.size(root) / 1e6);
      System.out.printf("one processor: %s%n", !pinned().isEmpty());
      System.out.printf(
          "%-26s %9s %9s %9s %9s %9s %9s %9s%n",
          "median of " + ROUNDS,
          "before ms",
          "init ms",
          "its work",
          "first ms",
          "its work",
          "warm ms",
          "peak MiB");
      measure(new Way("plain", false, List.of()), zip, service, folder);
      measure(new Way("snapshot, hooks called", true, List.of(HOOKS)), zip, service, folder);
      Way training = new Way("", false, List.of("-XX:AOTCacheOutput=" + cache));
      live(training, zip, service, folder);
      measure(new Way("AOT cache", false, List.of("-XX:AOTCache=" + cache)), zip, service, folder);
    }
  }

  private static void measure(Way way, FunctionZip zip, DeployedService service, Path folder)
      throws Exception {
    List<Life> lives = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      lives.add(live(way, zip, service, folder));
    }
    System.out.printf(
        "%-26s %9d %9d %9d %9d %9d %9d %9d%n",
        way.name(),
        median(lives, life -> life.before().toMillis()),
        median(lives, life -> life.init().toMillis()),
        median(lives, life -> life.initWork().toMillis()),
        median(lives, life -> life.first().toMillis()),
        median(lives, life -> life.firstWork().toMillis()),
        median(lives, life -> life.warm().toMillis()),
        median(lives, Life::peakMemory));
  }

  private static Life live(Way way, FunctionZip zip, DeployedService service, Path folder)
      throws Exception {
    List<String> jvm = new ArrayList<>(LAMBDAS);
    jvm.addAll(way.jvm());
    Map<String, String> environment = new TreeMap<>(service.environment());
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    if (way.snapshot()) {
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    }
    Path log = Files.createTempFile(folder, "function", ".log");
    try (RunningFunction function =
        RunningFunction.start(pinned(), zip, "ScanFunction", jvm, environment, log)) {
      Duration before = way.snapshot() ? function.snapshot() : Duration.ZERO;
      Duration beforeWork = way.snapshot() ? function.processorTime() : Duration.ZERO;
      Duration init = way.snapshot() ? function.resumed() : function.initialised();
      Duration initWork = function.processorTime().minus(beforeWork);
      Duration first = scan(function);
      Duration firstWork = function.processorTime().minus(beforeWork).minus(initWork);
      List<Duration> warm = List.of(scan(function), scan(function), scan(function));
      return new Life(
          before,
          init,
          initWork,
          first,
          firstWork,
          Duration.ofMillis(median(warm, Duration::toMillis)),
          function.peakMemory().orElse(0L));
    }
  }

  /** On the first processor alone, where there is the program for it. */
  private static List<String> pinned() {
    return Files.exists(Path.of("/usr/bin/taskset"))
        ? List.of("/usr/bin/taskset", "-c", "0")
        : List.of();
  }

  private static Duration scan(RunningFunction function) throws Exception {
    RuntimeApi.Answer answer = function.invoke("{}");
    if (answer.failed()) {
      throw new IllegalStateException(answer.body() + "\n" + function.log());
    }
    return answer.took();
  }

  private static <T> long median(List<T> all, ToLongFunction<T> value) {
    return all.stream().mapToLong(value).sorted().skip(all.size() / 2).findFirst().orElseThrow();
  }
}
