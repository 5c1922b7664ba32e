package dev.plumbline.wiring.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a deployed function is told by its environment variables.
 *
 * @param configuration {@code CONFIG_URI}
 * @param topicArn {@code TOPIC_ARN}: who is told where the configuration names no other topic
 * @param reportBucket {@code REPORT_BUCKET}: keeps reports and fingerprints
 * @param deploymentKeySecret {@code DEPLOYMENT_KEY_SECRET_ARN}: the secret that signs fingerprints
 *     and markers
 * @param githubTokenSecret {@code GITHUB_TOKEN_SECRET_ARN}: the token where the configuration names
 *     no other
 * @param tableName {@code TABLE_NAME}: the table in which scans and remediations are remembered
 */
public record ServiceEnvironment(
    ConfigurationLocation configuration,
    Optional<String> topicArn,
    String reportBucket,
    String deploymentKeySecret,
    Optional<String> githubTokenSecret,
    Optional<String> tableName) {

  private static final String CONFIG_URI = "CONFIG_URI";
  private static final String TOPIC_ARN = "TOPIC_ARN";
  private static final String REPORT_BUCKET = "REPORT_BUCKET";
  private static final String DEPLOYMENT_KEY = "DEPLOYMENT_KEY_SECRET_ARN";
  private static final String GITHUB_TOKEN = "GITHUB_TOKEN_SECRET_ARN";
  private static final String TABLE_NAME = "TABLE_NAME";

  /**
   * Reads them.
   *
   * @throws SettingsException with everything that is missing or cannot be
   */
  public static ServiceEnvironment of(Map<String, String> variables) throws SettingsException {
    List<String> wrong = new ArrayList<>();
    String uri = required(variables, CONFIG_URI, "s3://bucket/plumbline.yaml or ssm:/name", wrong);
    Optional<ConfigurationLocation> location = ConfigurationLocation.parse(uri);
    if (!uri.isEmpty() && location.isEmpty()) {
      wrong.add(
          "%s is %s, which is neither s3://bucket/key nor ssm:/name".formatted(CONFIG_URI, uri));
    }
    String bucket = required(variables, REPORT_BUCKET, "the name of a bucket", wrong);
    String key = required(variables, DEPLOYMENT_KEY, "the ARN of a secret", wrong);
    Optional<String> topic = given(variables, TOPIC_ARN);
    if (topic.filter(Predicate.not(ServiceEnvironment::isTopic)).isPresent()) {
      wrong.add("%s is %s, which is not a topic's ARN".formatted(TOPIC_ARN, topic.get()));
    }
    if (location.isEmpty() || !wrong.isEmpty()) {
      throw new SettingsException(
          "The function's environment cannot be used: " + String.join("; ", wrong),
          "Set the variables on the function, or deploy it with the CDK app, which does.");
    }
    return new ServiceEnvironment(
        location.get(),
        topic,
        bucket,
        key,
        given(variables, GITHUB_TOKEN),
        given(variables, TABLE_NAME));
  }

  private static String required(
      Map<String, String> variables, String name, String what, List<String> wrong) {
    Optional<String> value = given(variables, name);
    if (value.isEmpty()) {
      wrong.add("%s is not set (%s)".formatted(name, what));
    }
    return value.orElse("");
  }

  private static Optional<String> given(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static boolean isTopic(String arn) {
    return arn.matches("arn:[\\w-]+:sns:[\\w-]+:\\d{12}:[\\w.-]+");
  }
}
