package dev.plumbline.live.aws.backup;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.backup.model.BackupRule;
import software.amazon.awssdk.services.backup.model.CopyAction;
import software.amazon.awssdk.services.backup.model.Lifecycle;

/** A plan's rules as the provider's blocks. */
final class PlanRules {

  private PlanRules() {}

  static Value of(List<BackupRule> rules) {
    return Value.of(rules.stream().map(PlanRules::block).toList());
  }

  private static Value block(BackupRule rule) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(rule).entries());
    block.put("completion_window", Shape.of(rule.completionWindowMinutes()));
    block.put("start_window", Shape.of(rule.startWindowMinutes()));
    block.put("schedule", Shape.of(rule.scheduleExpression()));
    block.put("target_vault_name", Shape.of(rule.targetBackupVaultName()));
    block.put("lifecycle", lifecycle(rule.lifecycle()));
    block.put("copy_action", Value.of(rule.copyActions().stream().map(PlanRules::copy).toList()));
    return Value.of(block);
  }

  private static Value copy(CopyAction action) {
    return Value.of(
        Map.of(
            "destination_vault_arn", Shape.of(action.destinationBackupVaultArn()),
            "lifecycle", lifecycle(action.lifecycle())));
  }

  private static Value lifecycle(@Nullable Lifecycle lifecycle) {
    return lifecycle == null
        ? Value.none()
        : Value.of(
            Map.of(
                "cold_storage_after", Shape.of(lifecycle.moveToColdStorageAfterDays()),
                "delete_after", Shape.of(lifecycle.deleteAfterDays()),
                "opt_in_to_archive_for_supported_resources",
                    Shape.of(lifecycle.optInToArchiveForSupportedResources())));
  }
}
