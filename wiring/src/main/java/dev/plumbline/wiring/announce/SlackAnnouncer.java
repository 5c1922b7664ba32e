package dev.plumbline.wiring.announce;

import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.slack.SlackAlert;
import dev.plumbline.publish.slack.SlackMemory;
import dev.plumbline.publish.slack.SlackMemory.Shown;
import dev.plumbline.publish.slack.SlackSettings;
import dev.plumbline.remediation.Announcer;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Rewrites the stack's message in Slack at each step of a remediation: where it was last written,
 * with the token of then. What is told is the stack's newest remediation as the store has it, so
 * that a late announcement never puts an older step in the place of a newer one. Thread-safe.
 */
public final class SlackAnnouncer implements Announcer {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI endpoint;
  private final Secrets secrets;
  private final SlackMemory memory;
  private final SlackAlert alerts;

  /**
   * @param endpoint where Slack's Web API is
   */
  public SlackAnnouncer(URI endpoint, Secrets secrets, SlackMemory memory, SlackAlert alerts) {
    this.endpoint = endpoint;
    this.secrets = secrets;
    this.memory = memory;
    this.alerts = alerts;
  }

  @Override
  public void announce(Remediation remediation) {
    Telling.attempt(
        "in Slack",
        remediation,
        () -> {
          Optional<Shown> shown = memory.find(remediation.stack()).shown();
          if (shown.isPresent()) {
            tell(remediation.stack(), shown.get());
          }
        });
  }

  private void tell(String stack, Shown last)
      throws PublishException, SettingsException, IOException {
    SlackSettings settings = new SlackSettings(endpoint, secrets.value(last.secret()), PATIENCE);
    alerts.remedy(stack, new SlackAlert.Target(last.channel(), last.secret(), settings));
  }
}
