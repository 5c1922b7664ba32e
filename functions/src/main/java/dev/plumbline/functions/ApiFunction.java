package dev.plumbline.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.functions.api.Api;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Answers the HTTP API: events of an API Gateway HTTP API, payload format 2.0, whose routes all ask
 * for IAM authorisation. What takes time is queued.
 */
public final class ApiFunction implements RequestStreamHandler {

  private final Api api;
  private final JsonMapper json = new JsonMapper();

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public ApiFunction() throws SettingsException {
    this(CommandWiring.of(System.getenv()).api());
  }

  /** For whatever stands in for the service. */
  public ApiFunction(Api api) {
    this.api = api;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    json.writeValue(answer, api.answer(json.readTree(event)));
  }
}
