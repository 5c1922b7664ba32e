package dev.plumbline.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.plumbline.functions.slack.SlackDoor;
import dev.plumbline.wiring.settings.SettingsException;

/**
 * Takes slash commands and pressed buttons from Slack, behind an HTTP API (payload format 2.0).
 * Answers at once; what was asked is done by whoever works off the queue. What was not signed by
 * Slack, cannot be read or is too long is answered with 4xx and changes nothing; what was taken
 * before is answered and not done again.
 */
public final class SlackFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final SlackDoor door;

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public SlackFunction() throws SettingsException {
    this(CommandWiring.of(System.getenv()).slackDoor());
  }

  SlackFunction(SlackDoor door) {
    this.door = door;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return door.respond(event);
  }
}
