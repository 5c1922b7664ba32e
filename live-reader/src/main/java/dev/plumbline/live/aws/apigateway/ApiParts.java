package dev.plumbline.live.aws.apigateway;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.Authorizer;
import software.amazon.awssdk.services.apigateway.model.Deployment;
import software.amazon.awssdk.services.apigateway.model.GatewayResponse;
import software.amazon.awssdk.services.apigateway.model.Model;
import software.amazon.awssdk.services.apigateway.model.RequestValidator;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.Stage;

/** The table of what a REST API has many of. */
final class ApiParts {

  /** With every method, its integration and the responses of both. */
  static final ApiPart<Resource> RESOURCES =
      new ApiPart<>(
          "resources",
          Set.of(
              "aws_api_gateway_resource",
              "aws_api_gateway_method",
              "aws_api_gateway_method_response",
              "aws_api_gateway_integration",
              "aws_api_gateway_integration_response"),
          (client, api) ->
              client
                  .getResourcesPaginator(
                      r -> r.restApiId(api).embed("methods").limit(ApiGateway.PAGE))
                  .items()
                  .stream()
                  .toList(),
          Resource::id);

  /** With every method's settings; API Gateway has no pages of them. */
  static final ApiPart<Stage> STAGES =
      new ApiPart<>(
          "stages",
          Set.of("aws_api_gateway_stage", "aws_api_gateway_method_settings"),
          (client, api) -> client.getStages(r -> r.restApiId(api)).item(),
          Stage::stageName);

  static final ApiPart<Deployment> DEPLOYMENTS =
      new ApiPart<>(
          "deployments",
          Set.of("aws_api_gateway_deployment"),
          (client, api) ->
              client
                  .getDeploymentsPaginator(r -> r.restApiId(api).limit(ApiGateway.PAGE))
                  .items()
                  .stream()
                  .toList(),
          Deployment::id);

  static final ApiPart<Model> MODELS =
      new ApiPart<>(
          "models",
          Set.of("aws_api_gateway_model"),
          (client, api) ->
              client
                  .getModelsPaginator(r -> r.restApiId(api).limit(ApiGateway.PAGE))
                  .items()
                  .stream()
                  .toList(),
          Model::name);

  static final ApiPart<Authorizer> AUTHORIZERS =
      new ApiPart<>(
          "authorizers",
          Set.of("aws_api_gateway_authorizer"),
          ApiParts::authorizers,
          Authorizer::id);

  static final ApiPart<RequestValidator> REQUEST_VALIDATORS =
      new ApiPart<>(
          "requestvalidators",
          Set.of("aws_api_gateway_request_validator"),
          ApiParts::requestValidators,
          RequestValidator::id);

  static final ApiPart<GatewayResponse> GATEWAY_RESPONSES =
      new ApiPart<>(
          "gatewayresponses",
          Set.of("aws_api_gateway_gateway_response"),
          ApiParts::gatewayResponses,
          GatewayResponse::responseTypeAsString);

  private ApiParts() {}

  private static List<Authorizer> authorizers(ApiGatewayClient client, String api) {
    return ApiGateway.pages(
        at ->
            client.getAuthorizers(
                r -> r.restApiId(api).limit(ApiGateway.PAGE).position(at.isEmpty() ? null : at)),
        page -> page.items(),
        page -> Optional.ofNullable(page.position()));
  }

  private static List<RequestValidator> requestValidators(ApiGatewayClient client, String api) {
    return ApiGateway.pages(
        at ->
            client.getRequestValidators(
                r -> r.restApiId(api).limit(ApiGateway.PAGE).position(at.isEmpty() ? null : at)),
        page -> page.items(),
        page -> Optional.ofNullable(page.position()));
  }

  private static List<GatewayResponse> gatewayResponses(ApiGatewayClient client, String api) {
    return ApiGateway.pages(
        at ->
            client.getGatewayResponses(
                r -> r.restApiId(api).limit(ApiGateway.PAGE).position(at.isEmpty() ? null : at)),
        page -> page.items(),
        page -> Optional.ofNullable(page.position()));
  }
}
