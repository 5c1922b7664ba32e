package dev.plumbline.live.aws.backup;

import static dev.plumbline.live.aws.FakeScope.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;
import software.amazon.awssdk.services.backup.model.GetBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.GetBackupPlanResponse;
import software.amazon.awssdk.services.backup.model.GetBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.GetBackupSelectionResponse;
import software.amazon.awssdk.services.backup.model.InvalidParameterValueException;
import software.amazon.awssdk.services.backup.model.ListBackupPlansRequest;
import software.amazon.awssdk.services.backup.model.ListBackupPlansResponse;
import software.amazon.awssdk.services.backup.model.ListBackupVaultsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupVaultsResponse;
import software.amazon.awssdk.services.backup.model.ListTagsRequest;
import software.amazon.awssdk.services.backup.model.ListTagsResponse;

/** An account's AWS Backup; every thing has the tag {@code team}. */
final class BackupAccount implements BackupClient {

  final List<BackupVaultListMember> vaults = new ArrayList<>();
  final List<BackupPlansListMember> listed = new CopyOnWriteArrayList<>();
  final Map<String, GetBackupPlanResponse> plans = new HashMap<>();
  final Map<String, GetBackupSelectionResponse> selections = new HashMap<>();
  String failure = "";
  String complaint = "";

  private void asked() {
    if (!failure.isEmpty()) {
      throw error(failure, 403);
    }
  }

  @Override
  public ListBackupVaultsResponse listBackupVaults(ListBackupVaultsRequest request) {
    asked();
    return ListBackupVaultsResponse.builder().backupVaultList(vaults).build();
  }

  @Override
  public ListBackupPlansResponse listBackupPlans(ListBackupPlansRequest request) {
    asked();
    return ListBackupPlansResponse.builder().backupPlansList(listed).build();
  }

  @Override
  public GetBackupPlanResponse getBackupPlan(GetBackupPlanRequest request) {
    asked();
    GetBackupPlanResponse plan = plans.get(request.backupPlanId());
    if (plan == null) {
      throw error("ResourceNotFoundException", 400);
    }
    return plan;
  }

  @Override
  public GetBackupSelectionResponse getBackupSelection(GetBackupSelectionRequest request) {
    asked();
    if (!complaint.isEmpty()) {
      throw InvalidParameterValueException.builder().message(complaint).statusCode(400).build();
    }
    GetBackupSelectionResponse selection =
        selections.get(request.backupPlanId() + "/" + request.selectionId());
    if (selection == null) {
      throw error("ResourceNotFoundException", 400);
    }
    return selection;
  }

  @Override
  public ListTagsResponse listTags(ListTagsRequest request) {
    asked();
    return ListTagsResponse.builder().tags(Map.of("team", "core")).build();
  }

  @Override
  public String serviceName() {
    return "backup";
  }

  @Override
  public void close() {}
}
