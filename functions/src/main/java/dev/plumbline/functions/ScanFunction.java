package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
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

  private final ScanRun run;
  private final JsonMapper json = new JsonMapper();

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public ScanFunction() throws SettingsException {
    this(ContainerWiring.of(System.getenv()).run());
  }

  ScanFunction(ScanRun run) {
    this.run = run;
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
    ScanSummary summary = scan(event, Duration.ofMillis(context.getRemainingTimeInMillis()));
    String text = summary.json();
    LOG.info("{}", text);
    List<String> problems = summary.problems();
    if (!problems.isEmpty()) {
      throw ScanFailedException.incomplete(problems);
    }
    answer.write(text.getBytes(UTF_8));
  }

  private ScanSummary scan(InputStream event, Duration remaining) throws IOException {
    try {
      return run.scan(ScanInput.read(event, json), remaining);
    } catch (ScanInputException | SettingsException | ConfigurationException e) {
      throw ScanFailedException.notBegun(e);
    }
  }
}
