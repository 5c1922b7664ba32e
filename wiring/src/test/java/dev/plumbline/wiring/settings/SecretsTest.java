package dev.plumbline.wiring.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class SecretsTest {

  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private final Vault vault = new Vault();
  private final Secrets secrets = new Secrets(() -> vault, () -> now);

  @Test
  void a_secret_is_asked_for_once_in_five_minutes() throws SettingsException {
    assertThat(secrets.value("token")).isEqualTo("one");
    vault.value = "two";
    now = now.plus(Duration.ofMinutes(4));
    assertThat(secrets.value("token")).isEqualTo("one");
    now = now.plus(Duration.ofMinutes(2));

    assertThat(secrets.value("token")).isEqualTo("two");
    assertThat(vault.asked).isEqualTo(2);
  }

  @Test
  void white_space_around_it_is_nobodys_secret() throws SettingsException {
    vault.value = " one\n";

    assertThat(secrets.value("token")).isEqualTo("one");
  }

  @Test
  void an_empty_one_is_refused() {
    vault.value = " ";

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> secrets.value("token"))
        .withMessage("The secret token holds no text. Store its value as plain text.");
  }

  @Test
  void a_denial_names_the_action_to_allow() {
    vault.denied = true;

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> secrets.value("token"))
        .withMessageContaining("Reading the secret token failed: AccessDeniedException (400)")
        .withMessageContaining("secretsmanager:GetSecretValue");
  }

  @Test
  void what_was_rotated_away_is_accepted_beside_what_is_now() throws SettingsException {
    assertThat(secrets.accepted("hook")).containsExactly("one");
    vault.value = "two";
    vault.previous = "one";
    now = now.plus(Duration.ofMinutes(6));

    assertThat(secrets.accepted("hook")).containsExactly("two", "one");
    assertThat(vault.asked).isEqualTo(4);
    assertThat(secrets.accepted("hook")).containsExactly("two", "one");
    assertThat(vault.asked).isEqualTo(4);
  }

  @Test
  void a_denial_of_the_one_before_is_no_absence() {
    vault.denied = true;

    assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> secrets.accepted("hook"));
  }

  private static final class Vault implements SecretsManagerClient {
    private String value = "one";
    private String previous = "";
    private boolean denied;
    private int asked;

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      asked++;
      if (denied) {
        throw SecretsManagerException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDeniedException").build())
            .build();
      }
      if ("AWSPREVIOUS".equals(request.versionStage())) {
        if (previous.isEmpty()) {
          throw ResourceNotFoundException.builder().statusCode(400).build();
        }
        return GetSecretValueResponse.builder().secretString(previous).build();
      }
      return GetSecretValueResponse.builder().secretString(value).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
