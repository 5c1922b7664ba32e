package dev.plumbline.remediation.codebuild;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What is said of a call that failed. */
final class CodeBuildFailure {

  private CodeBuildFailure() {}

  static IOException of(String doing, String action, SdkException e) {
    return new IOException("%s failed: %s. %s".formatted(doing, cause(e), advice(action, e)), e);
  }

  /** The code that AWS answered; else what was thrown. */
  static String cause(SdkException e) {
    return e instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? service.awsErrorDetails().errorCode()
        : e.getClass().getSimpleName();
  }

  private static String advice(String action, SdkException e) {
    return e instanceof AwsServiceException service && service.statusCode() == 400
        ? "Allow codebuild:%s to this role, and see that the project is as deployed."
            .formatted(action)
        : "It can be tried again.";
  }
}
