package dev.plumbline.live.aws.backup;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.GetBackupSelectionResponse;
import software.amazon.awssdk.services.backup.model.InvalidParameterValueException;

/**
 * {@code aws_backup_selection}, named by its id within its plan. Listings lack what is selected: a
 * call each.
 */
public final class BackupSelection implements ResourceType {

  private static final String READ = "backup:GetBackupSelection";

  private static final Map<String, String> NAMES =
      Map.of(
          "condition_key", "key",
          "condition_type", "type",
          "condition_value", "value");

  @Override
  public String name() {
    return "aws_backup_selection";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(READ));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_backup_plan", "id", "plan_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return scope
        .find(READ, BackupPlan.NOT_FOUND, () -> asked(Vaults.client(scope), recorded))
        .flatMap(answer -> answer)
        .map(answer -> observed(batch, recorded, answer))
        .orElseGet(() -> new Observation.Gone(READ + " says that the selection does not exist"));
  }

  /** Of a plan that does not exist AWS Backup says so by the message of a general error. */
  private static Optional<GetBackupSelectionResponse> asked(
      BackupClient backup, RecordedResource recorded) {
    String plan = recorded.at("plan_id").text();
    try {
      return Optional.of(
          backup.getBackupSelection(r -> r.backupPlanId(plan).selectionId(recorded.id())));
    } catch (InvalidParameterValueException invalid) {
      if (String.valueOf(invalid.getMessage()).contains("Cannot find Backup plan")) {
        return Optional.empty();
      }
      throw invalid;
    }
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, GetBackupSelectionResponse answer) {
    var selection = answer.backupSelection();
    Value conditions = Shape.of(selection.conditions());
    return batch
        .attributes()
        .put("id", answer.selectionId())
        .put("plan_id", recorded.at("plan_id"))
        .put("name", selection.selectionName())
        .put("iam_role_arn", selection.iamRoleArn())
        .put("resources", selection.resources())
        .put("not_resources", selection.notResources())
        .put("condition", Shape.renamed(conditions, NAMES))
        .put("selection_tag", Shape.renamed(Shape.of(selection.listOfTags()), NAMES))
        .found();
  }
}
