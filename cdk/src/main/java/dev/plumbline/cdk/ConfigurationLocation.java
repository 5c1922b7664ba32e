package dev.plumbline.cdk;

/** Where {@code plumbline.yaml} lies. */
sealed interface ConfigurationLocation {

  /** An object in S3. */
  record InS3(S3Location location) implements ConfigurationLocation {}

  /**
   * A parameter of Systems Manager in the deployment's own account and region.
   *
   * @param name with its leading slash
   */
  record InParameterStore(String name) implements ConfigurationLocation {}

  static boolean isOne(String text) {
    return text.matches("ssm:/[\\w./-]+") || (S3Location.isOne(text) && !text.contains("*"));
  }

  static ConfigurationLocation parse(String text) {
    return text.startsWith("ssm:")
        ? new InParameterStore(text.substring("ssm:".length()))
        : new InS3(S3Location.parse(text));
  }

  /** As the function takes it in {@code CONFIG_URI}. */
  default String uri() {
    return switch (this) {
      case InS3(S3Location(var bucket, var key)) -> "s3://%s/%s".formatted(bucket, key);
      case InParameterStore(var name) -> "ssm:" + name;
    };
  }
}
