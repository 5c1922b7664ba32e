package dev.plumbline.publish.slack;

import java.net.URI;
import java.time.Duration;

/**
 * How to write to Slack.
 *
 * @param endpoint where the Web API is
 * @param token the app's bot token
 * @param patience how long to wait at most, for rate limits and for others who write the same
 *     message
 */
public record SlackSettings(URI endpoint, String token, Duration patience) {

  /** Slack's own. */
  public static final URI SLACK = URI.create("https://slack.com/api/");

  @Override
  public String toString() {
    return "SlackSettings[%s, %s]".formatted(endpoint, patience);
  }
}
