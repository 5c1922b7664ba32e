package dev.plumbline.wiring.doctor;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.SlackApp;
import dev.plumbline.wiring.AwsFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/**
 * Every secret that the configuration or the deployment names is there and has a value. The values
 * are not asked for.
 */
record SecretsCheck(
    SecretsManagerClient secrets,
    Optional<Configuration> configuration,
    Optional<Deployed> deployed)
    implements Check {

  private static final String CURRENT = "AWSCURRENT";

  private static final List<String> VARIABLES =
      List.of("DEPLOYMENT_KEY_SECRET_ARN", "GITHUB_TOKEN_SECRET_ARN", "WEBHOOK_SECRET_ARN");

  @Override
  public String name() {
    return "secrets";
  }

  @Override
  public Outcome look() {
    Set<String> named = new LinkedHashSet<>();
    deployed.ifPresent(it -> VARIABLES.forEach(each -> it.variable(each).ifPresent(named::add)));
    configuration.ifPresent(
        it -> {
          it.slack().map(SlackApp::signingSecret).ifPresent(named::add);
          it.publishing().flatMap(SecretsCheck::of).forEach(named::add);
        });
    if (named.isEmpty()) {
      return new Outcome.Skipped("No secret is named.");
    }
    List<Fault> faults = new ArrayList<>();
    named.forEach(each -> fault(each).ifPresent(faults::add));
    return Outcome.failed(faults, "%d secrets are there.".formatted(named.size()));
  }

  private static Stream<String> of(Publish publish) {
    return Stream.of(
            publish.github().flatMap(Publish.GitHub::tokenSecret),
            publish.github().flatMap(Publish.GitHub::app).map(Publish.App::privateKeySecret),
            publish.slack().flatMap(Publish.Slack::tokenSecret))
        .flatMap(Optional::stream);
  }

  private Optional<Fault> fault(String id) {
    try {
      DescribeSecretResponse secret = secrets.describeSecret(request -> request.secretId(id));
      if (secret.deletedDate() != null) {
        return Optional.of(fault(id, "is being deleted", "Restore it, or name another one."));
      }
      boolean valued =
          secret.versionIdsToStages().values().stream().anyMatch(each -> each.contains(CURRENT));
      return valued
          ? Optional.empty()
          : Optional.of(fault(id, "has no value", "Store its value as plain text."));
    } catch (SdkException e) {
      return Optional.of(
          fault(
              id,
              "could not be looked at: " + AwsFailure.why(e),
              "Check its name and region, and allow secretsmanager:DescribeSecret on it."));
    }
  }

  private static Fault fault(String id, String what, String action) {
    return new Fault(
        "The secret %s %s.".formatted(id, what), "What needs it is not published.", action);
  }
}
