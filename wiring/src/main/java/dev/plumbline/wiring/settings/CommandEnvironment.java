package dev.plumbline.wiring.settings;

import java.util.Map;
import java.util.Optional;

/**
 * What the functions behind people's commands are told by their environment variables, beyond
 * {@link ServiceEnvironment}. Each function is given only what it needs, so each is asked for when
 * it is used.
 *
 * @param variables the environment
 */
public record CommandEnvironment(Map<String, String> variables) {

  /** The variable by which a deployment's functions are found. */
  public static final String DEPLOYMENT = "DEPLOYMENT_NAME";

  private static final String ATTEMPTS = "3";

  public CommandEnvironment {
    variables = Map.copyOf(variables);
  }

  /**
   * {@code DEPLOYMENT_NAME}: what the deployment is called; others of an account are told apart.
   */
  public Optional<String> deployment() {
    return given(DEPLOYMENT);
  }

  /** {@code WEBHOOK_SECRET_ARN}: the secret that GitHub signs deliveries with. */
  public String webhookSecret() throws SettingsException {
    return required("WEBHOOK_SECRET_ARN", "the ARN of a secret");
  }

  /** {@code COMMAND_QUEUE_URL}: where what people ask for goes. */
  public String commandQueue() throws SettingsException {
    return required("COMMAND_QUEUE_URL", "the URL of a queue");
  }

  /** {@code APPROVAL_QUEUE_URL}: where what may end in something being applied goes. */
  public String approvalQueue() throws SettingsException {
    return required("APPROVAL_QUEUE_URL", "the URL of a queue");
  }

  /** {@code EVENT_QUEUE_URL}: where changes come from, and wait. */
  public String eventQueue() throws SettingsException {
    return required("EVENT_QUEUE_URL", "the URL of a queue");
  }

  /** {@code PLAN_BUCKET}: where plans lie until they are applied. */
  public String planBucket() throws SettingsException {
    return required("PLAN_BUCKET", "the name of a bucket with versioning");
  }

  /** Whether this deployment can remediate at all. */
  public boolean remediates() {
    return given("PLAN_BUCKET").isPresent();
  }

  /** {@code RUNNER_PREFIX}: how the names of the CodeBuild projects begin, {@code plumbline}. */
  public String runnerPrefix() {
    return given("RUNNER_PREFIX").orElse("plumbline");
  }

  /** {@code MAX_RECEIVES}: how often the queue hands out a message; 3 where it is not set. */
  public int attempts() throws SettingsException {
    String given = given("MAX_RECEIVES").orElse(ATTEMPTS);
    if (!given.matches("[1-9]\\d{0,2}")) {
      throw unusable("MAX_RECEIVES is %s, which is no number from 1 to 999".formatted(given));
    }
    return Integer.parseInt(given);
  }

  private String required(String name, String what) throws SettingsException {
    Optional<String> value = given(name);
    if (value.isEmpty()) {
      throw unusable("%s is not set (%s)".formatted(name, what));
    }
    return value.get();
  }

  private Optional<String> given(String name) {
    return Optional.ofNullable(variables.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static SettingsException unusable(String wrong) {
    return new SettingsException(
        "The function's environment cannot be used: " + wrong,
        "Set the variables on the function, or deploy it with the CDK app, which does.");
  }
}
