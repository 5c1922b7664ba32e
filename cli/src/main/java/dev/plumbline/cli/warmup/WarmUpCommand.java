package dev.plumbline.cli.warmup;

import dev.plumbline.engine.Report;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.RenderOptions;
import dev.plumbline.publish.render.TextReport;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.rehearsal.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import software.amazon.awssdk.core.SdkSystemSetting;

/**
 * {@code plumbline warm-up}: {@linkplain Rehearsal rehearses} a scan, so that the launcher can keep
 * the loaded classes for later starts: those for the types and calls that were {@linkplain Scanned
 * scanned} before, or for what every scan needs.
 */
@Command(name = "warm-up", hidden = true, description = "Prepares faster starts.")
public final class WarmUpCommand implements Callable<Integer> {

  private static final RenderOptions ALL = new RenderOptions(true, true, 100);

  /** One type that speaks each of AWS's protocols. */
  private static final List<String> FIRST =
      List.of("aws_vpc", "aws_sns_topic", "aws_sqs_queue", "aws_s3_bucket", "aws_lambda_alias");

  @Override
  public Integer call() throws IOException {
    connect();
    AwsTypes types = ResourceTypes.aws();
    Optional<Path> file = Scanned.file();
    Scanned scanned = file.isPresent() ? Scanned.read(file.get()) : Scanned.NOTHING;
    SortedSet<String> some = new TreeSet<>(types.types());
    some.retainAll(scanned.types().isEmpty() ? FIRST : scanned.types());
    Report report = Rehearsal.of(types, some).getLast();
    new TextReport().toText(report, ALL);
    new JsonReport().toText(report, ALL);
    new Operations().load(some.stream().map(types::service).toList(), scanned.calls());
    return 0;
  }

  /** As a scan does: with system properties, which come first, nothing else is asked. */
  private static void connect() {
    System.setProperty(SdkSystemSetting.AWS_REGION.property(), "us-east-1");
    System.setProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property(), "none");
    System.setProperty(SdkSystemSetting.AWS_SECRET_ACCESS_KEY.property(), "none");
    Connection.of(Optional.empty(), Optional.empty(), Optional.empty())
        .credentials()
        .resolveCredentials();
  }
}
