package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a run over many stacks: says once what is to be said, and answers its counts. */
public final class SummaryFunction implements RequestStreamHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SummaryFunction.class);

  private final RunEnding ending;
  private final JsonMapper json = new JsonMapper();

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public SummaryFunction() throws SettingsException {
    this(ContainerWiring.of(System.getenv()).ending());
  }

  SummaryFunction(RunEnding ending) {
    this.ending = ending;
  }

  /**
   * Ends the run.
   *
   * @throws ScanFailedException where the event or a setting cannot be used, or, when all the rest
   *     was done, where anything could not be published
   */
  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    RunSummary summary = end(event, Duration.ofMillis(context.getRemainingTimeInMillis()));
    String text = summary.json();
    LOG.info("{}", text);
    if (!summary.failures().isEmpty()) {
      throw ScanFailedException.incomplete(summary.failures());
    }
    answer.write(text.getBytes(UTF_8));
  }

  private RunSummary end(InputStream event, Duration remaining) throws IOException {
    try {
      JsonNode root = ScanInput.parsed(event, json);
      return ending.end(root, remaining);
    } catch (ScanInputException | SettingsException | ConfigurationException e) {
      throw ScanFailedException.notBegun(e);
    }
  }
}
