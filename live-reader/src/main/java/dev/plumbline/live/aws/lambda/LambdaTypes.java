package dev.plumbline.live.aws.lambda;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Lambda, with what makes each reader. */
public final class LambdaTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_lambda_alias", LambdaAlias::new),
          Map.entry("aws_lambda_event_source_mapping", LambdaEventSourceMapping::new),
          Map.entry("aws_lambda_function", LambdaFunction::new),
          Map.entry(
              "aws_lambda_function_event_invoke_config", LambdaFunctionEventInvokeConfig::new),
          Map.entry("aws_lambda_function_url", LambdaFunctionUrl::new),
          Map.entry("aws_lambda_layer_version", LambdaLayerVersion::new),
          Map.entry("aws_lambda_permission", LambdaPermission::new),
          Map.entry(
              "aws_lambda_provisioned_concurrency_config",
              LambdaProvisionedConcurrencyConfig::new));

  private LambdaTypes() {}
}
