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

/**
 * Begins a run over many stacks: looks which there are, and leaves their list for the state machine
 * to go through.
 */
public final class InventoryFunction implements RequestStreamHandler {

  private final RunBeginning beginning;
  private final JsonMapper json = new JsonMapper();

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public InventoryFunction() throws SettingsException {
    this(ContainerWiring.of(System.getenv()).beginning());
  }

  InventoryFunction(RunBeginning beginning) {
    this.beginning = beginning;
  }

  /**
   * Takes the inventory.
   *
   * @throws ScanFailedException where the event or a setting cannot be used
   */
  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    try {
      answer.write(beginning.begin(ScanInput.parsed(event, json)).toString().getBytes(UTF_8));
    } catch (ScanInputException | SettingsException | ConfigurationException e) {
      throw ScanFailedException.notBegun(e);
    }
  }
}
