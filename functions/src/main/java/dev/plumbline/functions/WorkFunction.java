package dev.plumbline.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.work.Batch;
import dev.plumbline.wiring.work.Desk;

/** Does what people asked for, but for what may end in something being applied. */
public final class WorkFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final Batch batch;

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public WorkFunction() throws SettingsException {
    this(CommandWiring.of(System.getenv()).batch(Desk.COMMANDS));
  }

  WorkFunction(Batch batch) {
    this.batch = batch;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return MessageBatch.carryOut(event, batch::carryOut, context);
  }
}
