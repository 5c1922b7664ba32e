package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of API Gateway version 2, with what makes each reader. */
public final class ApiGatewayV2Types {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_apigatewayv2_api", Apigatewayv2Api::new),
          Map.entry("aws_apigatewayv2_api_mapping", Apigatewayv2ApiMapping::new),
          Map.entry("aws_apigatewayv2_authorizer", Apigatewayv2Authorizer::new),
          Map.entry("aws_apigatewayv2_deployment", Apigatewayv2Deployment::new),
          Map.entry("aws_apigatewayv2_domain_name", Apigatewayv2DomainName::new),
          Map.entry("aws_apigatewayv2_integration", Apigatewayv2Integration::new),
          Map.entry("aws_apigatewayv2_integration_response", Apigatewayv2IntegrationResponse::new),
          Map.entry("aws_apigatewayv2_model", Apigatewayv2Model::new),
          Map.entry("aws_apigatewayv2_route", Apigatewayv2Route::new),
          Map.entry("aws_apigatewayv2_route_response", Apigatewayv2RouteResponse::new),
          Map.entry("aws_apigatewayv2_stage", Apigatewayv2Stage::new));

  private ApiGatewayV2Types() {}
}
