package dev.plumbline.live.aws.backup;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.GetBackupPlanResponse;

/** {@code aws_backup_plan}, named by its id. Listings lack the rules: two calls each. */
public final class BackupPlan implements ResourceType {

  static final Set<String> NOT_FOUND = Set.of("ResourceNotFoundException");
  private static final String READ = "backup:GetBackupPlan";
  private static final String LIST = "backup:ListBackupPlans";
  private static final int PAGE = 1_000;

  @Override
  public String name() {
    return "aws_backup_plan";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(READ, LIST, Vaults.TAGS, TagIndex.ACTION));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return scope
        .find(
            READ,
            NOT_FOUND,
            () -> Vaults.client(scope).getBackupPlan(r -> r.backupPlanId(recorded.id())))
        .map(answer -> observed(batch, answer))
        .orElseGet(() -> new Observation.Gone(READ + " says that the plan does not exist"));
  }

  private static Observation observed(Batch batch, GetBackupPlanResponse answer) {
    var plan = answer.backupPlan();
    return batch
        .attributes()
        .put("id", answer.backupPlanId())
        .put("arn", answer.backupPlanArn())
        .put("name", plan.backupPlanName())
        .put("version", answer.versionId())
        .put("rule", PlanRules.of(plan.rules()))
        .put("advanced_backup_setting", plan.advancedBackupSettings())
        .tags(Vaults.tags(batch.scope(), answer.backupPlanArn()))
        .found();
  }

  /** AWS names the plans that it makes itself after the service. */
  @Override
  public List<String> discover(AwsScope scope) {
    return scope
        .call(
            LIST,
            () ->
                Vaults.client(scope)
                    .listBackupPlansPaginator(r -> r.maxResults(PAGE))
                    .backupPlansList()
                    .stream()
                    .toList())
        .stream()
        .filter(plan -> !String.valueOf(plan.backupPlanName()).startsWith("aws/"))
        .map(BackupPlansListMember::backupPlanId)
        .sorted()
        .toList();
  }
}
