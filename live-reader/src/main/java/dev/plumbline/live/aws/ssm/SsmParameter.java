package dev.plumbline.live.aws.ssm;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.ResourceTypeForTagging;

/**
 * {@code aws_ssm_parameter}, named by its name, or its ARN where it was imported so. A
 * SecureString's value is asked for still encrypted and put away: its version tells of a change.
 */
public final class SsmParameter implements ResourceType {

  private static final String TAGS = "ssm:ListTagsForResource";

  @Override
  public String name() {
    return "aws_ssm_parameter";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Parameters.GET, Parameters.DESCRIBE, TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(
        "local to Terraform", "has_value_wo", "overwrite", "value_wo", "value_wo_version");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Parameters parameters = new Parameters(batch.scope(), batch.ids());
    return batch.each(recorded -> observe(batch, recorded, parameters));
  }

  private static Observation observe(
      Batch batch, RecordedResource recorded, Parameters parameters) {
    Optional<Parameter> found = parameters.value(recorded.id());
    if (found.isEmpty()) {
      return new Observation.Gone(Parameters.GET + " says that the parameter does not exist");
    }
    Parameter parameter = found.get();
    Optional<ParameterMetadata> description =
        parameters.description(recorded.id(), parameter.name());
    if (description.isEmpty()) {
      return new Observation.Gone("it is not in the completed listing of " + Parameters.DESCRIBE);
    }
    Attributes attributes = described(batch, recorded, description.get());
    value(attributes, recorded, parameter);
    return attributes
        .put("arn", parameter.arn())
        .put("type", parameter.typeAsString())
        .put("version", parameter.version())
        .tags(tags(batch.scope(), parameter))
        .found();
  }

  private static Attributes described(
      Batch batch, RecordedResource recorded, ParameterMetadata description) {
    return batch
        .attributes()
        .put("id", recorded.id())
        .put("name", description.name())
        .put("allowed_pattern", description.allowedPattern())
        .put("data_type", description.dataType())
        .put("description", description.description())
        .put("key_id", description.keyId())
        .put("tier", description.tierAsString());
  }

  /** The state holds it under the name that the code gave it by, or not at all. */
  private static void value(Attributes attributes, RecordedResource recorded, Parameter parameter) {
    boolean secret = parameter.type() == ParameterType.SECURE_STRING;
    boolean writeOnly = recorded.at("has_value_wo").equals(Value.of(true));
    if (!secret && !writeOnly) {
      boolean insecure = !recorded.at("insecure_value").isEmpty();
      attributes.put(insecure ? "insecure_value" : "value", parameter.value());
    }
  }

  private static Map<String, String> tags(AwsScope scope, Parameter parameter) {
    return scope.tagList(
        parameter.arn(),
        () ->
            scope
                .call(
                    TAGS,
                    () ->
                        Parameters.client(scope)
                            .listTagsForResource(
                                r ->
                                    r.resourceType(ResourceTypeForTagging.PARAMETER)
                                        .resourceId(parameter.name())))
                .tagList());
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return Parameters.all(scope).stream().map(ParameterMetadata::name).toList();
  }
}
