package dev.plumbline.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.plumbline.wiring.events.EventBatch;
import dev.plumbline.wiring.settings.SettingsException;

/**
 * Looks at what was changed as CloudTrail tells it, by way of EventBridge and a queue, and
 * publishes what drifts with who did it.
 */
public final class EventFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final EventBatch batch;

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public EventFunction() throws SettingsException {
    this(EventWiring.of(System.getenv()).batch());
    BeforeSnapshot.SCAN.register();
  }

  EventFunction(EventBatch batch) {
    this.batch = batch;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return MessageBatch.carryOut(event, batch::carryOut, context);
  }
}
