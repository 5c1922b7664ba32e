package dev.plumbline.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.work.Batch;
import dev.plumbline.wiring.work.Desk;

/**
 * Does what may end in something being applied: approvals, and going on with what waits. No other
 * function may start the project that applies.
 */
public final class ApprovalFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final Batch batch;

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public ApprovalFunction() throws SettingsException {
    this(CommandWiring.of(System.getenv()).batch(Desk.APPROVALS));
  }

  ApprovalFunction(Batch batch) {
    this.batch = batch;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return MessageBatch.carryOut(event, batch::carryOut, context);
  }
}
