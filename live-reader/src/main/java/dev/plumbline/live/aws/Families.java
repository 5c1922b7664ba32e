package dev.plumbline.live.aws;

import java.util.Locale;
import java.util.Map;

/** IAM's names for services, from the SDK's. */
final class Families {

  /** Where IAM's is not the SDK's in lower case without spaces. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("apigatewayv2", "apigateway"),
          Map.entry("applicationautoscaling", "application-autoscaling"),
          Map.entry("cloudwatchlogs", "logs"),
          Map.entry("cognitoidentity", "cognito-identity"),
          Map.entry("cognitoidentityprovider", "cognito-idp"),
          Map.entry("elasticloadbalancingv2", "elasticloadbalancing"),
          Map.entry("eventbridge", "events"),
          Map.entry("resourcegroupstaggingapi", "tag"),
          Map.entry("s3control", "s3"),
          Map.entry("sfn", "states"));

  private Families() {}

  /**
   * The prefix of a service's IAM actions.
   *
   * @param service the SDK's name, such as {@code Elastic Load Balancing v2}
   */
  static String of(String service) {
    String name = service.replace(" ", "").toLowerCase(Locale.ROOT);
    return OTHERS.getOrDefault(name, name);
  }
}
