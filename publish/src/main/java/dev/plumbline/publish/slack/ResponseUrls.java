package dev.plumbline.publish.slack;

import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.webhook.WebhookResponse;
import dev.plumbline.publish.PublishException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends late answers to where Slack takes them. The address comes with a delivery, so it is used
 * only where it is Slack's own. Thread-safe.
 */
public final class ResponseUrls {

  private static final URI HOOKS = URI.create("https://hooks.slack.com");
  private static final int OK = 200;

  private final URI only;
  private final Duration limit;

  /**
   * @param limit how long sending may take
   */
  public ResponseUrls(Duration limit) {
    this(HOOKS, limit);
  }

  /**
   * For something that stands in for Slack.
   *
   * @param only the scheme, host and port that addresses have to have
   */
  public ResponseUrls(URI only, Duration limit) {
    this.only = only;
    this.limit = limit;
  }

  /**
   * Sends it.
   *
   * @throws PublishException where the address is not Slack's, or Slack did not take it
   */
  public void send(String address, ActionResponse answer) throws PublishException {
    if (!isOurs(address)) {
      throw new PublishException(
          "Answering in Slack failed: the response_url is not at %s.".formatted(only),
          "Nothing needs to be done; the answer was not sent.");
    }
    try (SlackHttp http = SlackHttp.open(SlackSettings.SLACK.toString(), limit)) {
      WebhookResponse taken = new ActionResponseSender(http.slack()).send(address, answer);
      if (taken.getCode() != OK) {
        throw SlackTrouble.ofStatus(taken.getCode()).toException("Answering in Slack");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new PublishException(
          "Answering in Slack failed: it cannot be reached (%s)."
              .formatted(e.getClass().getSimpleName()),
          "Check that the network lets the function reach %s.".formatted(only),
          e);
    }
  }

  private boolean isOurs(String address) {
    return parsed(address)
        .filter(
            uri ->
                only.getScheme().equals(uri.getScheme())
                    && only.getHost()
                        .equalsIgnoreCase(Optional.ofNullable(uri.getHost()).orElse(""))
                    && only.getPort() == uri.getPort()
                    && uri.getUserInfo() == null)
        .isPresent();
  }

  private static Optional<URI> parsed(String address) {
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
