package dev.plumbline.wiring;

import dev.plumbline.engine.config.KeyPattern;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.wiring.StackPlans.Named;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Object;

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
    return objects(pattern, settings).stream()
        .filter(object -> pattern.matches(object.key()))
        .map(object -> named(object, pattern, settings))
        .toList();
  }

  private static Named named(S3Object object, KeyPattern pattern, Settings settings) {
    String uri = "s3://" + pattern.bucket() + "/" + object.key();
    return new Named(stackName(object.key()), uri, settings, object.size());
  }

  private List<S3Object> objects(KeyPattern pattern, Settings settings) {
    try {
      return states.objects(pattern.bucket(), pattern.prefix(), settings.stateRole());
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
