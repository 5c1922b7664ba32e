package dev.plumbline.live.aws.lambda;

import dev.plumbline.live.aws.AwsScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;

/**
 * Lambda's listings. What belongs to one function is listed once a scan for all that is recorded of
 * it; it is empty where Lambda says that the function does not exist.
 */
final class Lambda {

  static final String ALIASES = "lambda:ListAliases";
  static final String PROVISIONED = "lambda:ListProvisionedConcurrencyConfigs";
  static final String MAPPINGS = "lambda:ListEventSourceMappings";
  static final String TAGS = "lambda:ListTags";

  static final Set<String> NOT_FOUND = Set.of("ResourceNotFoundException");

  private Lambda() {}

  static LambdaClient client(AwsScope scope) {
    return scope.client(LambdaClient.class, LambdaClient::builder);
  }

  static Optional<List<AliasConfiguration>> aliases(AwsScope scope, String function) {
    return scope.shared(
        ALIASES + " " + function,
        () ->
            scope.find(
                ALIASES,
                NOT_FOUND,
                () ->
                    client(scope)
                        .listAliasesPaginator(r -> r.functionName(function))
                        .aliases()
                        .stream()
                        .toList()));
  }

  static Optional<List<ProvisionedConcurrencyConfigListItem>> provisioned(
      AwsScope scope, String function) {
    return scope.shared(
        PROVISIONED + " " + function,
        () ->
            scope.find(
                PROVISIONED,
                NOT_FOUND,
                () ->
                    client(scope)
                        .listProvisionedConcurrencyConfigsPaginator(r -> r.functionName(function))
                        .provisionedConcurrencyConfigs()
                        .stream()
                        .toList()));
  }

  /** All event source mappings of the account. */
  static List<EventSourceMappingConfiguration> mappings(AwsScope scope) {
    return scope.shared(
        MAPPINGS,
        () ->
            scope.call(
                MAPPINGS,
                () ->
                    client(scope).listEventSourceMappingsPaginator().eventSourceMappings().stream()
                        .toList()));
  }

  /** API Gateway's ARN to call a function by. */
  static String invocations(AwsScope scope, String function) {
    return "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
        .formatted(scope.partition(), scope.region(), function);
  }
}
