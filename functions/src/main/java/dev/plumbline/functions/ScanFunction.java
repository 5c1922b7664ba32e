package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.store.Runs.Result;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Scans the stacks that the event names, or all, and publishes the report. Answers a short summary;
 * the report itself lies in the report bucket. A second run over the same drift does nothing twice,
 * so it may be retried.
 */
public final class ScanFunction implements RequestStreamHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ScanFunction.class);

  /** In place of a stack's status, as long as other slices of it are to come. */
  private static final String SLICE_READ = "SLICE_READ";

  private final ScanRun run;
  private final Optional<PartScans> parts;
  private final JsonMapper json = new JsonMapper();

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public ScanFunction() throws SettingsException {
    this(ContainerWiring.of(System.getenv()));
    BeforeSnapshot.SCAN.register();
  }

  private ScanFunction(ContainerWiring container) throws SettingsException {
    this(container.run(), container.parts());
  }

  /**
   * @param parts scans the stacks of a run; empty where no run can be remembered
   */
  ScanFunction(ScanRun run, Optional<PartScans> parts) {
    this.run = run;
    this.parts = parts;
  }

  /**
   * Scans and publishes.
   *
   * @throws ScanFailedException where the event or a setting cannot be used, or, when all the rest
   *     was done, where anything could not be scanned or published
   */
  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    MDC.put("requestId", String.valueOf(context.getAwsRequestId()));
    ScanInput input = read(event);
    Duration remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
    if (input.part().isPresent()) {
      answer.write(part(input, input.part().get(), remaining).getBytes(UTF_8));
      return;
    }
    ScanSummary summary = scan(input, remaining);
    String text = summary.json();
    LOG.info("{}", text);
    List<String> problems = summary.problems();
    if (!problems.isEmpty()) {
      throw ScanFailedException.incomplete(problems);
    }
    answer.write(text.getBytes(UTF_8));
  }

  private ScanInput read(InputStream event) throws IOException {
    try {
      return ScanInput.read(event, json);
    } catch (ScanInputException e) {
      throw ScanFailedException.notBegun(e);
    }
  }

  private ScanSummary scan(ScanInput input, Duration remaining) {
    try {
      return run.scan(input, remaining);
    } catch (SettingsException | ConfigurationException e) {
      throw ScanFailedException.notBegun(e);
    }
  }

  /** Little is answered, because a state machine keeps it; the run's summary has the rest. */
  private String part(ScanInput input, RunPart part, Duration remaining) throws IOException {
    PartScans scans =
        parts.orElseThrow(
            () ->
                ScanFailedException.notBegun(
                    new SettingsException(
                        "A run cannot be remembered: TABLE_NAME is not set",
                        "Set it to the service's table, or deploy it with the CDK app, which does.")));
    Optional<Result> result = scans.scan(input, part, remaining);
    String text =
        json.createObjectNode()
            .put("stack", part.item().stack())
            .put("status", result.map(it -> it.status().name()).orElse(SLICE_READ))
            .toString();
    LOG.info(
        "run={} slice={} {} {}",
        part.run(),
        part.item().slice(),
        text,
        result.map(Result::problems).orElse(List.of()));
    return text;
  }
}
