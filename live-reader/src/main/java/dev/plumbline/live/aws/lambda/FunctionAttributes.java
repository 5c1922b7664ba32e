package dev.plumbline.live.aws.lambda;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ImageConfigResponse;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;
import software.amazon.awssdk.services.lambda.model.SnapStartResponse;

/** Lambda's answer about one function under the names of {@code aws_lambda_function}. */
final class FunctionAttributes {

  private FunctionAttributes() {}

  static Attributes of(Attributes attributes, AwsScope scope, GetFunctionResponse function) {
    FunctionConfiguration configuration = function.configuration();
    attributes
        .fromAllBut(configuration, "environment", "snap_start", "tracing_config", "version")
        .put("arn", configuration.functionArn())
        .put("invoke_arn", Lambda.invocations(scope, configuration.functionArn()))
        .put("source_code_size", configuration.codeSize())
        .put("layers", configuration.layers().stream().map(Layer::arn).toList())
        .put("file_system_config", configuration.fileSystemConfigs())
        .put("image_uri", function.code() == null ? null : function.code().imageUri())
        .put("reserved_concurrent_executions", reserved(function))
        .put("snap_start", started(configuration.snapStart()) ? configuration.snapStart() : null)
        .put("tracing_config", Map.of("mode", tracing(configuration)))
        .moving("last_modified", "is moved by every change");
    environment(attributes, configuration.environment());
    image(attributes, configuration.imageConfigResponse());
    return attributes;
  }

  /** What the newest version tells; nothing where the listing was empty. */
  static void version(
      Attributes attributes, AwsScope scope, Optional<FunctionConfiguration> latest) {
    latest.ifPresent(
        version ->
            attributes
                .put("version", version.version())
                .put("qualified_arn", version.functionArn())
                .put("qualified_invoke_arn", Lambda.invocations(scope, version.functionArn())));
  }

  /** Lambda answers an error for variables that the caller's KMS rights do not reach. */
  private static void environment(Attributes attributes, EnvironmentResponse environment) {
    if (environment == null || environment.error() == null) {
      attributes.put("environment", environment);
    }
  }

  private static void image(Attributes attributes, ImageConfigResponse image) {
    if (image == null) {
      attributes.put("image_config", null);
    } else if (image.error() == null) {
      attributes.put("image_config", image.imageConfig());
    }
  }

  /** Terraform's word for unreserved is -1. */
  private static int reserved(GetFunctionResponse function) {
    return function.concurrency() == null
            || function.concurrency().reservedConcurrentExecutions() == null
        ? -1
        : function.concurrency().reservedConcurrentExecutions();
  }

  private static boolean started(SnapStartResponse snapStart) {
    return snapStart != null && snapStart.applyOn() != SnapStartApplyOn.NONE;
  }

  private static String tracing(FunctionConfiguration configuration) {
    return configuration.tracingConfig() == null
        ? "PassThrough"
        : configuration.tracingConfig().modeAsString();
  }
}
