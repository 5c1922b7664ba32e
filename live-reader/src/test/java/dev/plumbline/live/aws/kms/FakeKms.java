package dev.plumbline.live.aws.kms;

import static dev.plumbline.live.aws.FakeScope.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusRequest;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.GrantListEntry;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.ListAliasesRequest;
import software.amazon.awssdk.services.kms.model.ListAliasesResponse;
import software.amazon.awssdk.services.kms.model.ListGrantsRequest;
import software.amazon.awssdk.services.kms.model.ListGrantsResponse;
import software.amazon.awssdk.services.kms.model.ListKeysRequest;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;
import software.amazon.awssdk.services.kms.model.ListResourceTagsRequest;
import software.amazon.awssdk.services.kms.model.ListResourceTagsResponse;
import software.amazon.awssdk.services.kms.model.OriginType;
import software.amazon.awssdk.services.kms.model.Tag;

/** A KMS that holds what a test puts in, and denies what a test says. */
final class FakeKms implements KmsClient {
  static final String ID = "e4e4003f-fc81-4ac7-98cd-ab148f728ae9";

  final Map<String, AliasListEntry> aliases = new TreeMap<>();
  final List<GrantListEntry> grants = new ArrayList<>();
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  final Map<String, KeyMetadata> keys = new HashMap<>();
  String denied = "";

  FakeKms() {
    key("own", key -> key.keyId(ID));
  }

  void key(String name, Consumer<KeyMetadata.Builder> different) {
    String id = name.equals("own") ? ID : name;
    KeyMetadata.Builder key =
        KeyMetadata.builder()
            .keyId(id)
            .arn("arn:aws:kms:us-east-1:123456789012:key/" + id)
            .enabled(true)
            .keyManager(KeyManagerType.CUSTOMER)
            .keySpec(KeySpec.SYMMETRIC_DEFAULT)
            .keyState(KeyState.ENABLED)
            .keyUsage(KeyUsageType.ENCRYPT_DECRYPT)
            .multiRegion(false)
            .origin(OriginType.AWS_KMS);
    different.accept(key);
    keys.put(id, key.build());
  }

  @Override
  public DescribeKeyResponse describeKey(DescribeKeyRequest request) {
    deny("kms:DescribeKey");
    KeyMetadata key = keys.get(request.keyId());
    if (key == null) {
      throw error("NotFoundException", 400);
    }
    return DescribeKeyResponse.builder().keyMetadata(key).build();
  }

  @Override
  public GetKeyPolicyResponse getKeyPolicy(GetKeyPolicyRequest request) {
    deny("kms:GetKeyPolicy");
    return GetKeyPolicyResponse.builder().policy("{}").build();
  }

  @Override
  public GetKeyRotationStatusResponse getKeyRotationStatus(GetKeyRotationStatusRequest request) {
    deny("kms:GetKeyRotationStatus");
    return GetKeyRotationStatusResponse.builder()
        .keyRotationEnabled(true)
        .rotationPeriodInDays(365)
        .build();
  }

  @Override
  public ListResourceTagsResponse listResourceTags(ListResourceTagsRequest request) {
    return ListResourceTagsResponse.builder()
        .tags(Tag.builder().tagKey("team").tagValue("core").build())
        .build();
  }

  @Override
  public ListKeysResponse listKeys(ListKeysRequest request) {
    return ListKeysResponse.builder()
        .keys(keys.keySet().stream().map(id -> KeyListEntry.builder().keyId(id).build()).toList())
        .build();
  }

  void alias(String name, String key) {
    aliases.put(
        name,
        AliasListEntry.builder()
            .aliasName(name)
            .aliasArn("arn:aws:kms:us-east-1:123456789012:" + name)
            .targetKeyId(key)
            .build());
  }

  @Override
  public ListAliasesResponse listAliases(ListAliasesRequest request) {
    deny("kms:ListAliases");
    return ListAliasesResponse.builder().aliases(aliases.values()).truncated(false).build();
  }

  @Override
  public ListGrantsResponse listGrants(ListGrantsRequest request) {
    deny("kms:ListGrants");
    if (!keys.containsKey(request.keyId())) {
      throw error("NotFoundException", 400);
    }
    return ListGrantsResponse.builder().grants(grants).truncated(false).build();
  }

  private void deny(String action) {
    calls.add(action);
    if (action.equals(denied)) {
      throw error("AccessDeniedException", 400);
    }
  }

  @Override
  public String serviceName() {
    return "kms";
  }

  @Override
  public void close() {}
}
