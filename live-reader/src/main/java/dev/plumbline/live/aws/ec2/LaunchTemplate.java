package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;

/** {@code aws_launch_template}: a template and the content of its latest version. */
public final class LaunchTemplate implements ResourceType {

  @Override
  public String name() {
    return "aws_launch_template";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LaunchTemplates.LIST, LaunchTemplates.VERSIONS));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable("local to Terraform", "update_default_version");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, software.amazon.awssdk.services.ec2.model.LaunchTemplate> templates =
        LaunchTemplates.of(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(templates.get(recorded.id()))
                .map(template -> observed(batch, recorded, template))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + LaunchTemplates.LIST)));
  }

  private static Observation observed(
      Batch batch,
      RecordedResource recorded,
      software.amazon.awssdk.services.ec2.model.LaunchTemplate template) {
    String id = template.launchTemplateId();
    LaunchTemplateVersion latest = LaunchTemplates.latest(batch.scope()).get(id);
    if (latest == null || latest.launchTemplateData() == null) {
      throw new ReadFailure(
          ReadFailure.Kind.UNEXPECTED,
          LaunchTemplates.VERSIONS,
          LaunchTemplates.VERSIONS + " answers no latest version of it. Scan again later.");
    }
    return TemplateContent.of(batch.attributes(), recorded, latest.launchTemplateData())
        .put("id", id)
        .put("arn", Ec2.arn(batch.scope(), batch.scope().account(), "launch-template/", id))
        .put("name", template.launchTemplateName())
        .put("description", latest.versionDescription())
        .put("default_version", template.defaultVersionNumber())
        .put("latest_version", template.latestVersionNumber())
        .tags(template.tags())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(LaunchTemplates.of(scope).keySet());
  }
}
