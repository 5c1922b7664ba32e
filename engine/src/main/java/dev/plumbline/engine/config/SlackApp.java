package dev.plumbline.engine.config;

import java.util.List;
import java.util.Optional;

/**
 * The Slack app through which people may ask.
 *
 * @param signingSecret the name or ARN of the secret that holds the app's signing secret
 * @param channels the ids of the channels from which something may be asked
 * @param team the id of the only workspace that is listened to; empty for any it is installed in
 * @param enterprise the id of the only organisation that is listened to; empty for any
 */
public record SlackApp(
    String signingSecret,
    List<String> channels,
    Optional<String> team,
    Optional<String> enterprise) {
  public SlackApp {
    channels = List.copyOf(channels);
  }
}
