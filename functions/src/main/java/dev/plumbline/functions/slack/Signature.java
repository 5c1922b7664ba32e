package dev.plumbline.functions.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.app_backend.SlackSignature;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Whether a delivery is Slack's own and new
 * (docs.slack.dev/authentication/verifying-requests-from-slack).
 */
final class Signature {

  private Signature() {}

  private static final Duration WINDOW = Duration.ofMinutes(5);

  /**
   * Refuses a delivery that somebody else signed, or that was signed more than five minutes ago or
   * ahead. The SDK's verifier decides; but it compares letter by letter, so it is only asked once
   * the signature was compared in constant time, and it takes any time to come, so that is looked
   * at here.
   */
  static void check(Delivery delivery, String signingSecret, InstantSource clock)
      throws RefusedDelivery {
    SlackSignature.Generator generator = new SlackSignature.Generator(signingSecret);
    String expected = generator.generate(delivery.timestamp(), delivery.body());
    boolean same =
        MessageDigest.isEqual(expected.getBytes(UTF_8), delivery.signature().getBytes(UTF_8));
    if (!same
        || isAhead(delivery.timestamp(), clock)
        || !new SlackSignature.Verifier(generator)
            .isValid(delivery.timestamp(), delivery.body(), delivery.signature(), clock.millis())) {
      throw new RefusedDelivery(Delivery.UNAUTHORIZED, "the signature is not valid or too old");
    }
  }

  private static boolean isAhead(String timestamp, InstantSource clock) {
    return !timestamp.matches("\\d{1,12}")
        || Instant.ofEpochSecond(Long.parseLong(timestamp)).isAfter(clock.instant().plus(WINDOW));
  }
}
