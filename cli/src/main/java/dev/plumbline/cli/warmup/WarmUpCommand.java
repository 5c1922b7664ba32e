package dev.plumbline.cli.warmup;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.RenderOptions;
import dev.plumbline.publish.render.TextReport;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.ScanOptions;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * {@code plumbline warm-up}: scans a made-up state against an endpoint that has nothing, so that
 * the launcher can keep the loaded classes for later starts: those for the types and calls that
 * were {@linkplain Scanned scanned} before, or for what every scan needs. Reaches no network and no
 * account.
 */
@Command(name = "warm-up", hidden = true, description = "Prepares faster starts.")
public final class WarmUpCommand implements Callable<Integer> {

  private static final RenderOptions ALL = new RenderOptions(true, true, 100);
  private static final int KEY_BYTES = 32;

  /** One type that speaks each of AWS's protocols. */
  private static final List<String> FIRST =
      List.of("aws_vpc", "aws_sns_topic", "aws_sqs_queue", "aws_s3_bucket", "aws_lambda_function");

  @Override
  public Integer call() throws IOException {
    AwsTypes types = ResourceTypes.aws();
    Optional<Path> file = Scanned.file();
    Scanned scanned = file.isPresent() ? Scanned.read(file.get()) : Scanned.NOTHING;
    SortedSet<String> some = new TreeSet<>(types.types());
    some.retainAll(scanned.types().isEmpty() ? FIRST : scanned.types());
    Path state = Files.createTempFile("warm-up", ".tfstate");
    try (EmptyCloud cloud = new EmptyCloud()) {
      SampleState.write(types, some, state);
      Report report = scan(cloud, state);
      new TextReport().toText(report, ALL);
      new JsonReport().toText(report, ALL);
    } finally {
      Files.delete(state);
    }
    new Operations().load(some.stream().map(types::service).toList(), scanned.calls());
    return 0;
  }

  private static Report scan(EmptyCloud cloud, Path state) {
    Connection connection =
        new Connection(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("warm-up", "warm-up")),
            "us-east-1",
            Optional.of(cloud.endpoint()));
    ScanOptions everything =
        new ScanOptions(
            Set.of(), List.of(), List.of(), false, Duration.ZERO, Duration.ofSeconds(20));
    try (Wiring wiring = new Wiring(connection, Configuration.EMPTY)) {
      StackPlans plans = new StackPlans(wiring.states(), connection.region(), everything);
      return wiring.scan(
          plans.ofStates(List.of(state.toString()), Configuration.EMPTY),
          new byte[KEY_BYTES],
          _ -> {});
    }
  }
}
