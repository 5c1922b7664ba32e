package dev.plumbline.wiring;

import dev.plumbline.engine.config.KeyPattern;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.wiring.StackPlans.Named;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** The stacks that a pattern finds in its bucket, each named by its key. Thread-safe. */
final class FoundStacks {

  private final States states;

  FoundStacks(States states) {
    this.states = states;
  }

  /**
   * What is there now.
   *
   * @throws IllegalArgumentException where the bucket cannot be listed
   */
  List<Named> of(KeyPattern pattern, Settings settings) {
    return keys(pattern, settings).stream()
        .filter(pattern::matches)
        .map(key -> new Named(stackName(key), "s3://" + pattern.bucket() + "/" + key, settings))
        .toList();
  }

  private List<String> keys(KeyPattern pattern, Settings settings) {
    try {
      return states.keys(pattern.bucket(), pattern.prefix(), settings.stateRole());
    } catch (SdkException failed) {
      String why =
          failed instanceof AwsServiceException answer
              ? "S3 answered HTTP " + answer.statusCode()
              : "S3 could not be asked";
      throw new IllegalArgumentException(
          "The states of %s could not be listed: %s. Allow s3:ListBucket on the bucket, or name the states one by one."
              .formatted(pattern.pattern(), why),
          failed);
    }
  }

  /**
   * {@code env:/prod/app/terraform.tfstate} is the workspace prod of {@code app}: {@code app@prod}.
   */
  static String stackName(String key) {
    String path = key;
    String workspace = "";
    int end = key.startsWith("env:/") ? key.indexOf('/', "env:/".length()) : -1;
    if (end > 0) {
      workspace = "@" + key.substring("env:/".length(), end);
      path = key.substring(end + 1);
    }
    String folder =
        path.replaceFirst("(^|/)terraform\\.tfstate$", "").replaceFirst("\\.tfstate$", "");
    return (folder.isEmpty() ? path : folder) + workspace;
  }
}
