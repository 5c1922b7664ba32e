package dev.plumbline.wiring.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.config.Configuration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Values are never asked for: the fake refuses every other call. */
class SecretsCheckTest {

  private static final String CONFIGURATION =
      """
      version: 1
      slack: {signingSecret: signing, channels: [C012AB3CD]}
      defaults: {publish: {github: {repository: acme/infra, tokenSecret: token}}}
      stacks: [{name: shop, state: "s3://b/k"}]
      """;

  @Test
  void what_configuration_and_deployment_name_is_looked_for() throws Exception {
    assertThat(look(new Kept(List.of("signing", "token", "key"))))
        .isEqualTo(new Outcome.Ok("3 secrets are there."));
  }

  @Test
  void what_is_gone_empty_or_being_deleted_is_named() throws Exception {
    Outcome outcome = look(new Kept(List.of("empty", "deleted")));

    assertThat(((Outcome.Failed) outcome).faults()).hasSize(3);
    assertThat(check(new Kept(List.of("empty")), "empty")).contains("has no value");
    assertThat(check(new Kept(List.of("deleted")), "deleted")).contains("is being deleted");
    assertThat(check(new Kept(List.of()), "gone")).contains("could not be looked at");
  }

  @Test
  void where_none_is_named_none_is_asked_for() {
    assertThat(new SecretsCheck(new Kept(List.of()), Optional.empty(), Optional.empty()).look())
        .isInstanceOf(Outcome.Skipped.class);
  }

  private static Outcome look(SecretsManagerClient secrets) throws Exception {
    return new SecretsCheck(
            secrets,
            Optional.of(Configuration.parse(CONFIGURATION, "plumbline.yaml")),
            Optional.of(deployed("key")))
        .look();
  }

  private static String check(SecretsManagerClient secrets, String id) {
    Outcome outcome = new SecretsCheck(secrets, Optional.empty(), Optional.of(deployed(id))).look();
    return ((Outcome.Failed) outcome).faults().getFirst().what();
  }

  private static Deployed deployed(String key) {
    return new Deployed(
        "Plumbline",
        Map.of(
            "ScanFunction",
            FunctionConfiguration.builder()
                .environment(
                    EnvironmentResponse.builder()
                        .variables(Map.of("DEPLOYMENT_KEY_SECRET_ARN", key))
                        .build())
                .build()));
  }

  private record Kept(List<String> names) implements SecretsManagerClient {

    @Override
    public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
      if (!names.contains(request.secretId())) {
        throw ResourceNotFoundException.builder().message("not there").build();
      }
      DescribeSecretResponse.Builder secret =
          DescribeSecretResponse.builder()
              .versionIdsToStages(
                  request.secretId().equals("empty")
                      ? Map.of()
                      : Map.of("v1", List.of("AWSCURRENT")));
      return request.secretId().equals("deleted")
          ? secret.deletedDate(Instant.EPOCH).build()
          : secret.build();
    }

    @Override
    public String serviceName() {
      return "secretsmanager";
    }

    @Override
    public void close() {}
  }
}
