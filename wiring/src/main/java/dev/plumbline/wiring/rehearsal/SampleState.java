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
import java.util.List;
import java.util.Map;

/**
 * A state with two made-up resources of each of some types, one of them named by an ARN. In S3,
 * where an ARN for a bucket's name is an access point's, there is one.
 */
final class SampleState {

  private SampleState() {}

  static void write(AwsTypes types, Collection<String> some, Path file) throws IOException {
    ObjectNode state = new ObjectMapper().createObjectNode();
    state.put("version", 4).put("terraform_version", "1.11.4");
    state.put("serial", 1).put("lineage", MadeUp.TEXT);
    for (String type : some) {
      for (String id : ids(type)) {
        ObjectNode resource = state.withArray("resources").addObject();
        resource.put("mode", "managed").put("type", type).put("name", "warm_up_" + id.length());
        resource.put("provider", "provider[\"registry.terraform.io/hashicorp/aws\"]");
        ObjectNode instance = resource.withArray("instances").addObject();
        instance.put("schema_version", 0);
        ObjectNode attributes = instance.putObject("attributes");
        types.describe(type).ifPresent(known -> fill(attributes, known.schema()));
        attributes.put("id", id);
      }
    }
    Files.writeString(file, state.toString());
  }

  private static List<String> ids(String type) {
    return type.startsWith("aws_s3_") ? List.of(MadeUp.TEXT) : List.of(MadeUp.TEXT, MadeUp.ARN);
  }

  private static void fill(ObjectNode into, TypeSchema schema) {
    for (Map.Entry<String, Attribute> each : schema.attributes().entrySet()) {
      if (each.getValue().type() instanceof Type.Primitive primitive) {
        put(into, each.getKey(), primitive);
      } else if (each.getKey().startsWith("tags")) {
        into.putObject(each.getKey()).put(MadeUp.TEXT, MadeUp.TEXT);
      }
    }
  }

  private static void put(ObjectNode into, String name, Type.Primitive type) {
    switch (type) {
      case STRING, DYNAMIC -> into.put(name, name.endsWith("arn") ? MadeUp.ARN : MadeUp.TEXT);
      case NUMBER -> into.put(name, 1);
      case BOOL -> into.put(name, true);
    }
  }
}
