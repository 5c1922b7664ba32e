package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.Authorizer;
import software.amazon.awssdk.services.apigateway.model.BasePathMapping;
import software.amazon.awssdk.services.apigateway.model.Deployment;
import software.amazon.awssdk.services.apigateway.model.DomainName;
import software.amazon.awssdk.services.apigateway.model.GatewayResponse;
import software.amazon.awssdk.services.apigateway.model.GetAccountRequest;
import software.amazon.awssdk.services.apigateway.model.GetAccountResponse;
import software.amazon.awssdk.services.apigateway.model.GetApiKeysRequest;
import software.amazon.awssdk.services.apigateway.model.GetApiKeysResponse;
import software.amazon.awssdk.services.apigateway.model.GetAuthorizersRequest;
import software.amazon.awssdk.services.apigateway.model.GetAuthorizersResponse;
import software.amazon.awssdk.services.apigateway.model.GetBasePathMappingsRequest;
import software.amazon.awssdk.services.apigateway.model.GetBasePathMappingsResponse;
import software.amazon.awssdk.services.apigateway.model.GetDeploymentsRequest;
import software.amazon.awssdk.services.apigateway.model.GetDeploymentsResponse;
import software.amazon.awssdk.services.apigateway.model.GetDomainNamesRequest;
import software.amazon.awssdk.services.apigateway.model.GetDomainNamesResponse;
import software.amazon.awssdk.services.apigateway.model.GetGatewayResponsesRequest;
import software.amazon.awssdk.services.apigateway.model.GetGatewayResponsesResponse;
import software.amazon.awssdk.services.apigateway.model.GetIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.GetIntegrationResponse;
import software.amazon.awssdk.services.apigateway.model.GetModelsRequest;
import software.amazon.awssdk.services.apigateway.model.GetModelsResponse;
import software.amazon.awssdk.services.apigateway.model.GetRequestValidatorsRequest;
import software.amazon.awssdk.services.apigateway.model.GetRequestValidatorsResponse;
import software.amazon.awssdk.services.apigateway.model.GetResourcesRequest;
import software.amazon.awssdk.services.apigateway.model.GetResourcesResponse;
import software.amazon.awssdk.services.apigateway.model.GetRestApisRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigateway.model.GetStagesRequest;
import software.amazon.awssdk.services.apigateway.model.GetStagesResponse;
import software.amazon.awssdk.services.apigateway.model.GetUsagePlanKeysRequest;
import software.amazon.awssdk.services.apigateway.model.GetUsagePlanKeysResponse;
import software.amazon.awssdk.services.apigateway.model.GetUsagePlansRequest;
import software.amazon.awssdk.services.apigateway.model.GetUsagePlansResponse;
import software.amazon.awssdk.services.apigateway.model.Model;
import software.amazon.awssdk.services.apigateway.model.RequestValidator;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigateway.model.Stage;
import software.amazon.awssdk.services.apigateway.model.UsagePlan;
import software.amazon.awssdk.services.apigateway.model.UsagePlanKey;

/**
 * An API Gateway that holds what a test puts in. All parts lie in the REST API {@code api1}; its
 * gateway responses come one a page.
 */
final class FakeApiGateway implements ApiGatewayClient {

  static final String API = "api1";
  static final String PLAN = "plan1";
  static final String DOMAIN = "api.example.com";

  final List<Resource> resources = new ArrayList<>();
  final List<Stage> stages = new ArrayList<>();
  final List<Deployment> deployments = new ArrayList<>();
  final List<Model> models = new ArrayList<>();
  final List<Authorizer> authorizers = new ArrayList<>();
  final List<RequestValidator> validators = new ArrayList<>();
  final List<RestApi> apis = new ArrayList<>();
  final List<DomainName> domains = new ArrayList<>();
  final List<ApiKey> keys = new ArrayList<>();
  final List<UsagePlan> plans = new ArrayList<>();
  final List<GatewayResponse> responses = new ArrayList<>();
  final List<UsagePlanKey> planKeys = new ArrayList<>();
  final List<BasePathMapping> mappings = new ArrayList<>();
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  Optional<GetIntegrationResponse> integration = Optional.empty();
  GetAccountResponse account = GetAccountResponse.builder().build();
  boolean denied;

  /** A resource of that type, by pairs of attribute and text. */
  static RecordedResource recorded(ResourceType type, String... texts) {
    Map<String, Value> attributes = new TreeMap<>();
    for (int i = 0; i < texts.length; i += 2) {
      attributes.put(texts[i], Value.of(texts[i + 1]));
    }
    return FakeScope.recorded(type.name(), attributes);
  }

  /** The attributes of the resource, which has to be there. */
  Value.Mapping found(ResourceType type, String... texts) {
    Observation observation = observe(type, texts);
    if (observation instanceof Observation.Found(var attributes, _)) {
      return attributes;
    }
    throw new AssertionError("not found: " + observation);
  }

  Observation observe(ResourceType type, String... texts) {
    return FakeScope.observe(type, clients(), recorded(type, texts)).getFirst();
  }

  /** What is there beside what the state records. */
  List<String> discover(ResourceType type, RecordedResource... state) {
    return type.discover(FakeScope.scope(true, clients(), state));
  }

  Map<Class<?>, Object> clients() {
    return Map.of(ApiGatewayClient.class, this);
  }

  @Override
  public GetResourcesResponse getResources(GetResourcesRequest request) {
    asked("GetResources", request.restApiId());
    if (!request.embed().equals(List.of("methods"))) {
      throw new AssertionError("resources without their methods");
    }
    return GetResourcesResponse.builder().items(resources).build();
  }

  @Override
  public GetStagesResponse getStages(GetStagesRequest request) {
    asked("GetStages", request.restApiId());
    return GetStagesResponse.builder().item(stages).build();
  }

  @Override
  public GetDeploymentsResponse getDeployments(GetDeploymentsRequest request) {
    asked("GetDeployments", request.restApiId());
    return GetDeploymentsResponse.builder().items(deployments).build();
  }

  @Override
  public GetModelsResponse getModels(GetModelsRequest request) {
    asked("GetModels", request.restApiId());
    return GetModelsResponse.builder().items(models).build();
  }

  @Override
  public GetAuthorizersResponse getAuthorizers(GetAuthorizersRequest request) {
    asked("GetAuthorizers", request.restApiId());
    return GetAuthorizersResponse.builder().items(authorizers).build();
  }

  @Override
  public GetRequestValidatorsResponse getRequestValidators(GetRequestValidatorsRequest request) {
    asked("GetRequestValidators", request.restApiId());
    return GetRequestValidatorsResponse.builder().items(validators).build();
  }

  @Override
  public GetRestApisResponse getRestApis(GetRestApisRequest request) {
    asked("GetRestApis");
    return GetRestApisResponse.builder().items(apis).build();
  }

  @Override
  public GetDomainNamesResponse getDomainNames(GetDomainNamesRequest request) {
    asked("GetDomainNames");
    return GetDomainNamesResponse.builder().items(domains).build();
  }

  @Override
  public GetApiKeysResponse getApiKeys(GetApiKeysRequest request) {
    asked("GetApiKeys");
    if (!Boolean.FALSE.equals(request.includeValues())) {
      throw new AssertionError("a secret was asked for");
    }
    return GetApiKeysResponse.builder().items(keys).build();
  }

  @Override
  public GetUsagePlansResponse getUsagePlans(GetUsagePlansRequest request) {
    asked("GetUsagePlans");
    return GetUsagePlansResponse.builder().items(plans).build();
  }

  @Override
  public GetGatewayResponsesResponse getGatewayResponses(GetGatewayResponsesRequest request) {
    asked("GetGatewayResponses", request.restApiId());
    int at = request.position() == null ? 0 : Integer.parseInt(request.position());
    GetGatewayResponsesResponse.Builder page = GetGatewayResponsesResponse.builder();
    if (at + 1 < responses.size()) {
      page.position(String.valueOf(at + 1));
    }
    return page.items(responses.stream().skip(at).limit(1).toList()).build();
  }

  @Override
  public GetUsagePlanKeysResponse getUsagePlanKeys(GetUsagePlanKeysRequest request) {
    asked("GetUsagePlanKeys");
    known(request.usagePlanId().equals(PLAN));
    return GetUsagePlanKeysResponse.builder().items(planKeys).build();
  }

  @Override
  public GetBasePathMappingsResponse getBasePathMappings(GetBasePathMappingsRequest request) {
    asked("GetBasePathMappings");
    known(request.domainName().equals(DOMAIN));
    return GetBasePathMappingsResponse.builder().items(mappings).build();
  }

  @Override
  public GetAccountResponse getAccount(GetAccountRequest request) {
    asked("GetAccount");
    return account;
  }

  @Override
  public GetIntegrationResponse getIntegration(GetIntegrationRequest request) {
    asked("GetIntegration", request.restApiId());
    return integration.orElseThrow(() -> error("NotFoundException", 404));
  }

  private void asked(String call, String api) {
    asked(call);
    known(api.equals(API));
  }

  private void asked(String call) {
    calls.add(call);
    if (denied) {
      throw error("AccessDeniedException", 403);
    }
  }

  private static void known(boolean known) {
    if (!known) {
      throw error("NotFoundException", 404);
    }
  }

  @Override
  public String serviceName() {
    return "apigateway";
  }

  @Override
  public void close() {}
}
