package dev.plumbline.remediation;

import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type.Primitive;
import dev.plumbline.engine.schema.TypeSchema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The recorded plans' types, with as much of their schemas as the tests speak of. */
public final class FixtureTypes implements TypeCatalog {

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "aws_sqs_queue",
              Set.of("name", "visibility_timeout_seconds", "tags", "tags_all", "policy"),
          "aws_security_group", Set.of("name", "ingress", "description"),
          "aws_iam_role", Set.of("name", "assume_role_policy", "path"),
          "aws_ssm_parameter", Set.of("name", "type", "version"),
          "aws_ecs_task_definition", Set.of("family", "container_definitions"),
          "aws_sns_topic", Set.of("name"));

  @Override
  public SortedSet<String> types() {
    return new TreeSet<>(ATTRIBUTES.keySet());
  }

  @Override
  public Optional<Description> describe(String type) {
    return Optional.ofNullable(ATTRIBUTES.get(type)).map(names -> description(type, names));
  }

  private static Description description(String type, Set<String> names) {
    TreeMap<String, Attribute> attributes = new TreeMap<>();
    names.forEach(
        name -> attributes.put(name, new Attribute(Primitive.DYNAMIC, false, true, false)));
    if (type.equals("aws_ssm_parameter")) {
      attributes.put("value", new Attribute(Primitive.STRING, false, true, true));
    }
    return new Description(new TypeSchema(type, attributes), TypeRules.PLAIN);
  }
}
