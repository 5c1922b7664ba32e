package dev.plumbline.live.aws.apigateway;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of API Gateway's REST APIs, with what makes each reader. */
public final class ApiGatewayTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_api_gateway_account", ApiGatewayAccount::new),
          Map.entry("aws_api_gateway_api_key", ApiGatewayApiKey::new),
          Map.entry("aws_api_gateway_authorizer", ApiGatewayAuthorizer::new),
          Map.entry("aws_api_gateway_base_path_mapping", ApiGatewayBasePathMapping::new),
          Map.entry("aws_api_gateway_deployment", ApiGatewayDeployment::new),
          Map.entry("aws_api_gateway_domain_name", ApiGatewayDomainName::new),
          Map.entry("aws_api_gateway_gateway_response", ApiGatewayGatewayResponse::new),
          Map.entry("aws_api_gateway_integration", ApiGatewayIntegration::new),
          Map.entry("aws_api_gateway_integration_response", ApiGatewayIntegrationResponse::new),
          Map.entry("aws_api_gateway_method", ApiGatewayMethod::new),
          Map.entry("aws_api_gateway_method_response", ApiGatewayMethodResponse::new),
          Map.entry("aws_api_gateway_method_settings", ApiGatewayMethodSettings::new),
          Map.entry("aws_api_gateway_model", ApiGatewayModel::new),
          Map.entry("aws_api_gateway_request_validator", ApiGatewayRequestValidator::new),
          Map.entry("aws_api_gateway_resource", ApiGatewayResource::new),
          Map.entry("aws_api_gateway_rest_api", ApiGatewayRestApi::new),
          Map.entry("aws_api_gateway_stage", ApiGatewayStage::new),
          Map.entry("aws_api_gateway_usage_plan", ApiGatewayUsagePlan::new),
          Map.entry("aws_api_gateway_usage_plan_key", ApiGatewayUsagePlanKey::new));

  private ApiGatewayTypes() {}
}
