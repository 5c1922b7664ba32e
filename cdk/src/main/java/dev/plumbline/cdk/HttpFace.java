package dev.plumbline.cdk;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * Where requests come in. The API asks for signatures of IAM; what GitHub and Slack send is signed
 * with their own secrets over the body, which their functions check.
 */
final class HttpFace extends Construct {

  /** Where GitHub's and Slack's settings point to. */
  static final String WEBHOOK_PATH = "/github";

  static final String SLACK_PATH = "/slack";

  /** A person, a bot and a deploy are far below it; what is beyond is answered with 429. */
  private static final ThrottleSettings THROTTLE =
      ThrottleSettings.builder().rateLimit(50).burstLimit(100).build();

  private final HttpApi api;

  HttpFace(Construct scope, Deployment deployment, FrontFunctions functions) {
    super(scope, "Http");
    api =
        HttpApi.Builder.create(this, "Api")
            .description("Plumbline's API, and what GitHub and Slack call")
            .createDefaultStage(false)
            .build();
    HttpStage stage =
        HttpStage.Builder.create(this, "Stage")
            .httpApi(api)
            .stageName("$default")
            .autoDeploy(true)
            .throttle(THROTTLE)
            .build();
    if (stage.getNode().getDefaultChild() instanceof CfnStage resource) {
      resource.setAccessLogSettings(accessLog(deployment));
    }
    route("Webhook", WEBHOOK_PATH, functions.webhook());
    route("Slack", SLACK_PATH, functions.slack());
    api(functions.api());
  }

  String url() {
    return api.getApiEndpoint();
  }

  HttpApi api() {
    return api;
  }

  private void api(ServiceFunction function) {
    // The function knows the paths: a stack's name may hold slashes, which no route could tell.
    api.addRoutes(
        AddRoutesOptions.builder()
            .path("/v1/{proxy+}")
            .methods(List.of(HttpMethod.GET, HttpMethod.POST))
            .integration(new HttpLambdaIntegration("ApiIntegration", function.live()))
            .authorizer(new HttpIamAuthorizer())
            .build());
  }

  private void route(String id, String path, ServiceFunction function) {
    api.addRoutes(
        AddRoutesOptions.builder()
            .path(path)
            .methods(List.of(HttpMethod.POST))
            .integration(new HttpLambdaIntegration(id + "Integration", function.live()))
            .build());
  }

  /** Who called what, and what came of it; nothing of what was said. */
  private CfnStage.AccessLogSettingsProperty accessLog(Deployment deployment) {
    return CfnStage.AccessLogSettingsProperty.builder()
        .destinationArn(log(deployment).getLogGroupArn())
        .format(
            """
            {"id":"$context.requestId","at":"$context.requestTime","from":"$context.identity.sourceIp",\
            "by":"$context.identity.userArn","method":"$context.httpMethod","path":"$context.path",\
            "route":"$context.routeKey","status":"$context.status","ms":"$context.responseLatency",\
            "error":"$context.error.message"}""")
        .build();
  }

  private LogGroup log(Deployment deployment) {
    return LogGroup.Builder.create(this, "AccessLog")
        .retention(
            LogRetention.of(deployment.logRetentionDays()).orElse(RetentionDays.THREE_MONTHS))
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }
}
