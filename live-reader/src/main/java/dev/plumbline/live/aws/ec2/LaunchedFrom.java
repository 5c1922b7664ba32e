package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The launch template that an instance came from, which EC2 tells in tags of its own. */
final class LaunchedFrom {

  private LaunchedFrom() {}

  /** The block; nothing where there was no template, or it no longer exists. */
  static Value of(AwsScope scope, RecordedResource recorded, Instance instance) {
    return tag(instance, "aws:ec2launchtemplate:id")
        .map(id -> LaunchTemplates.of(scope).get(id))
        .map(template -> block(template, version(recorded, instance, template)))
        .orElseGet(Value::none);
  }

  private static Value block(LaunchTemplate template, Value version) {
    return Value.of(
        Map.of(
            "id", Shape.of(template.launchTemplateId()),
            "name", Shape.of(template.launchTemplateName()),
            "version", version));
  }

  /** As recorded where that names the version that the instance has by its role. */
  private static Value version(
      RecordedResource recorded, Instance instance, LaunchTemplate template) {
    String current = tag(instance, "aws:ec2launchtemplate:version").orElse("");
    String known =
        recorded.at("launch_template").items().stream()
            .map(block -> block.at("version").text())
            .findFirst()
            .orElse("");
    boolean same =
        switch (known) {
          case "$Default" -> current.equals(String.valueOf(template.defaultVersionNumber()));
          case "$Latest" -> current.equals(String.valueOf(template.latestVersionNumber()));
          default -> false;
        };
    return Value.of(same ? known : current);
  }

  private static Optional<String> tag(Instance instance, String key) {
    List<Tag> tags = instance.tags();
    return tags.stream().filter(tag -> tag.key().equals(key)).map(Tag::value).findFirst();
  }
}
