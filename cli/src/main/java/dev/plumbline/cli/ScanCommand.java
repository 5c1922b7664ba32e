package dev.plumbline.cli;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.scan.Judge;
import dev.plumbline.engine.scan.Scan;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.engine.scan.StackScan;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.RenderOptions;
import dev.plumbline.state.StateException;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.States;
import dev.plumbline.wiring.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** temporary */
@Command(name = "scan", mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "STATE")
  private List<String> uris = new ArrayList<>();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(names = "--format")
  private String format = "text";

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--unmanaged")
  private boolean unmanaged;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws StateException, IOException {
    Connection aws = connection.connection(Optional.empty());
    PrintWriter out = spec.commandLine().getOut();
    try (Wiring wiring = new Wiring(aws, Map.of());
        Progress progress = new Progress(spec.commandLine().getErr(), Clock.systemUTC())) {
      Judge judge =
          new Judge(
              wiring.types(),
              dev.plumbline.engine.ignore.IgnoreRules.of(
                  List.of(), java.time.LocalDate.now(java.time.ZoneOffset.UTC)),
              dev.plumbline.engine.severity.SeverityPolicy.of(List.of()),
              new byte[] {1});
      StackScan one = new StackScan(wiring.observe(), judge, Clock.systemUTC(), Thread::sleep);
      List<StackRequest> requests = new ArrayList<>();
      for (String uri : uris) {
        requests.add(
            new StackRequest(
                uri,
                "",
                wiring.states().open(uri, new States.LockPlace.Beside(), Optional.empty()),
                aws.region(),
                Map.of(),
                Map.of(),
                _ -> true,
                unmanaged,
                Duration.ZERO,
                Duration.ofMinutes(10)));
      }
      Report report = new Scan(one, Clock.systemUTC()).scan(requests, progress);
      new JsonReport().render(report, new RenderOptions(all, false, 100), out);
      return ExitCode.of(report, Severity.LOW, false).number();
    }
  }
}
