package dev.plumbline.live.aws.lambda;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;
import software.amazon.awssdk.services.lambda.model.ListLayersRequest;
import software.amazon.awssdk.services.lambda.model.ListLayersResponse;
import software.amazon.awssdk.services.lambda.model.ListProvisionedConcurrencyConfigsRequest;
import software.amazon.awssdk.services.lambda.model.ListProvisionedConcurrencyConfigsResponse;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;

/** A Lambda that holds what a test puts in, and counts what is asked. */
final class FakeLambda implements LambdaClient {

  static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:mail";

  final List<AliasConfiguration> aliases = new ArrayList<>();
  final List<EventSourceMappingConfiguration> mappings = new ArrayList<>();
  final List<ProvisionedConcurrencyConfigListItem> provisioned = new ArrayList<>();
  final Map<String, GetFunctionEventInvokeConfigResponse> invokeConfigs = new HashMap<>();
  final Map<String, GetFunctionUrlConfigResponse> urls = new HashMap<>();
  final Map<String, GetLayerVersionResponse> layers = new HashMap<>();
  final Map<String, String> policies = new HashMap<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  String failure = "";

  Observation observe(ResourceType type, RecordedResource... resources) {
    return FakeScope.observe(type, Map.of(LambdaClient.class, this), resources).getFirst();
  }

  private void ask(String what) {
    asked.add(what);
    if (!failure.isEmpty()) {
      throw error(failure, 400);
    }
  }

  private <T> T have(Map<String, T> things, String name) {
    ask(name);
    T thing = things.get(name);
    if (thing == null) {
      throw error("ResourceNotFoundException", 404);
    }
    return thing;
  }

  private static String qualified(String function, String qualifier) {
    return qualifier == null ? function : function + ":" + qualifier;
  }

  @Override
  public ListAliasesResponse listAliases(ListAliasesRequest request) {
    ask("aliases " + request.functionName());
    return ListAliasesResponse.builder().aliases(aliases).build();
  }

  @Override
  public ListEventSourceMappingsResponse listEventSourceMappings(
      ListEventSourceMappingsRequest request) {
    ask("mappings");
    return ListEventSourceMappingsResponse.builder().eventSourceMappings(mappings).build();
  }

  @Override
  public ListTagsResponse listTags(ListTagsRequest request) {
    ask("tags");
    return ListTagsResponse.builder().tags(Map.of("team", "core")).build();
  }

  @Override
  public GetFunctionEventInvokeConfigResponse getFunctionEventInvokeConfig(
      GetFunctionEventInvokeConfigRequest request) {
    return have(invokeConfigs, qualified(request.functionName(), request.qualifier()));
  }

  @Override
  public GetFunctionUrlConfigResponse getFunctionUrlConfig(GetFunctionUrlConfigRequest request) {
    return have(urls, qualified(request.functionName(), request.qualifier()));
  }

  @Override
  public GetLayerVersionResponse getLayerVersion(GetLayerVersionRequest request) {
    return have(layers, request.layerName() + ":" + request.versionNumber());
  }

  @Override
  public ListLayersResponse listLayers(ListLayersRequest request) {
    ask("layers");
    return ListLayersResponse.builder()
        .layers(l -> l.latestMatchingVersion(v -> v.layerVersionArn("arn:layer:3")))
        .build();
  }

  @Override
  public GetPolicyResponse getPolicy(GetPolicyRequest request) {
    String policy = have(policies, qualified(request.functionName(), request.qualifier()));
    return GetPolicyResponse.builder().policy(policy).build();
  }

  @Override
  public ListProvisionedConcurrencyConfigsResponse listProvisionedConcurrencyConfigs(
      ListProvisionedConcurrencyConfigsRequest request) {
    ask("provisioned " + request.functionName());
    return ListProvisionedConcurrencyConfigsResponse.builder()
        .provisionedConcurrencyConfigs(provisioned)
        .build();
  }

  @Override
  public String serviceName() {
    return "lambda";
  }

  @Override
  public void close() {}
}
