package dev.plumbline.wiring.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where {@code plumbline.yaml} lies. */
public sealed interface ConfigurationLocation {

  /** An object in S3. */
  record InS3(String bucket, String key) implements ConfigurationLocation {
    @Override
    public String toString() {
      return "s3://%s/%s".formatted(bucket, key);
    }
  }

  /**
   * A parameter of Systems Manager, in the function's own account and region.
   *
   * @param name with its leading slash
   */
  record InParameterStore(String name) implements ConfigurationLocation {
    @Override
    public String toString() {
      return "ssm:" + name;
    }
  }

  /** Reads {@code s3://bucket/key} or {@code ssm:/name}; empty where it is neither. */
  static Optional<ConfigurationLocation> parse(String uri) {
    Matcher s3 = Pattern.compile("s3://([^/]+)/(.+)").matcher(uri);
    if (s3.matches()) {
      return Optional.of(new InS3(s3.group(1), s3.group(2)));
    }
    return uri.matches("ssm:/[\\w./-]+")
        ? Optional.of(new InParameterStore(uri.substring("ssm:".length())))
        : Optional.empty();
  }
}
