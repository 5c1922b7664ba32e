package dev.plumbline.wiring.settings;

import dev.plumbline.wiring.AwsFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Secrets by name or ARN, kept for a few minutes so that a run asks once and a rotated secret is
 * seen soon. Values are handed out, never logged and in no exception. Thread-safe.
 */
public final class Secrets {

  private static final Duration KEPT = Duration.ofMinutes(5);

  /** What Secrets Manager calls the version before the current one. */
  private static final String PREVIOUS = "AWSPREVIOUS";

  private final Supplier<SecretsManagerClient> client;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** The client is only asked for when a secret is. */
  public Secrets(Supplier<SecretsManagerClient> client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /** A value and when it was read. */
  private record Known(String value, Instant at) {
    @Override
    public String toString() {
      return "Known[" + at + "]";
    }
  }

  /**
   * The secret's text, without white space around it.
   *
   * @param id its name or ARN
   * @throws SettingsException where it cannot be read or holds no text
   */
  public String value(String id) throws SettingsException {
    Optional<Known> kept =
        Optional.ofNullable(known.get(id))
            .filter(each -> clock.instant().isBefore(each.at().plus(KEPT)));
    if (kept.isPresent()) {
      return kept.get().value();
    }
    String value = read(id);
    known.put(id, new Known(value, clock.instant()));
    return value;
  }

  /**
   * The secret's text and the one before it, so that what was signed while it was rotated is still
   * accepted.
   */
  public List<String> accepted(String id) throws SettingsException {
    String current = value(id);
    String key = id + " " + PREVIOUS;
    Known kept = known.get(key);
    if (kept == null || !clock.instant().isBefore(kept.at().plus(KEPT))) {
      kept = new Known(previous(id), clock.instant());
      known.put(key, kept);
    }
    return kept.value().isEmpty() ? List.of(current) : List.of(current, kept.value());
  }

  /** "" where it was never rotated. */
  private String previous(String id) throws SettingsException {
    try {
      return text(
          client.get().getSecretValue(request -> request.secretId(id).versionStage(PREVIOUS)));
    } catch (ResourceNotFoundException _) {
      return "";
    } catch (SdkException e) {
      throw unread(id, e);
    }
  }

  private static String text(GetSecretValueResponse answer) {
    return Optional.ofNullable(answer.secretString()).map(String::strip).orElse("");
  }

  private static SettingsException unread(String id, SdkException e) {
    return new SettingsException(
        "Reading the secret %s failed: %s".formatted(id, AwsFailure.why(e)),
        "Check its name, and allow secretsmanager:GetSecretValue on it (and kms:Decrypt on its key).",
        e);
  }

  private String read(String id) throws SettingsException {
    try {
      String value = text(client.get().getSecretValue(request -> request.secretId(id)));
      if (value.isEmpty()) {
        throw new SettingsException(
            "The secret %s holds no text".formatted(id), "Store its value as plain text.");
      }
      return value;
    } catch (SdkException e) {
      throw unread(id, e);
    }
  }
}
