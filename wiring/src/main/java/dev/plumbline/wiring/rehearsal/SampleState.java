package dev.plumbline.wiring.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.engine.schema.TypeSchema;
import dev.plumbline.live.aws.AwsTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** A state with one made-up resource of each of some types. */
final class SampleState {

  private static final String NAME = "warm-up";
  private static final String ARN =
      "arn:aws:warm:us-east-1:%s:%s".formatted(EmptyCloud.ACCOUNT, NAME);

  private SampleState() {}

  static void write(AwsTypes types, Collection<String> some, Path file) throws IOException {
    ObjectNode state = new ObjectMapper().createObjectNode();
    state.put("version", 4).put("terraform_version", "1.11.4");
    state.put("serial", 1).put("lineage", NAME);
    for (String type : some) {
      ObjectNode resource = state.withArray("resources").addObject();
      resource.put("mode", "managed").put("type", type).put("name", "warm_up");
      resource.put("provider", "provider[\"registry.terraform.io/hashicorp/aws\"]");
      ObjectNode instance = resource.withArray("instances").addObject();
      instance.put("schema_version", 0);
      ObjectNode attributes = instance.putObject("attributes");
      types.describe(type).ifPresent(known -> fill(attributes, known.schema()));
    }
    Files.writeString(file, state.toString());
  }

  private static void fill(ObjectNode into, TypeSchema schema) {
    for (Map.Entry<String, Attribute> each : schema.attributes().entrySet()) {
      if (each.getValue().type() instanceof Type.Primitive primitive) {
        put(into, each.getKey(), primitive);
      }
    }
  }

  private static void put(ObjectNode into, String name, Type.Primitive type) {
    switch (type) {
      case STRING, DYNAMIC -> into.put(name, name.endsWith("arn") ? ARN : NAME);
      case NUMBER -> into.put(name, 1);
      case BOOL -> into.put(name, true);
    }
  }
}
