package dev.plumbline.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Invoked by a schedule, puts going on with every remediation that has not ended on the queue: what
 * expires, and what was left lying by something that crashed.
 */
public final class SweepFunction implements RequestStreamHandler {

  private final Progress progress;

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public SweepFunction() throws SettingsException {
    this(CommandWiring.of(System.getenv()).progress());
  }

  SweepFunction(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    progress.sweep();
  }
}
