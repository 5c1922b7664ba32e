package dev.plumbline.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Told by EventBridge that a build of CodeBuild ended, puts going on with its remediation on the
 * queue. The event is a hint and no more: how the run ended is asked of CodeBuild.
 */
public final class BuildFunction implements RequestStreamHandler {

  private final Progress progress;
  private final JsonMapper json = new JsonMapper();

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public BuildFunction() throws SettingsException {
    this(CommandWiring.of(System.getenv()).progress());
  }

  BuildFunction(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    JsonNode build = json.readTree(event).path("detail");
    boolean runs = build.path("build-status").asText("").equals("IN_PROGRESS");
    String id = build.path("build-id").asText("");
    if (!runs && !id.isEmpty()) {
      progress.ended(id);
    }
  }
}
