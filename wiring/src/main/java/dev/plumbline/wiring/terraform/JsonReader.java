package dev.plumbline.wiring.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.ignore.IgnoreTags;
import dev.plumbline.wiring.terraform.Code.Call;
import dev.plumbline.wiring.terraform.Code.ProviderTags;
import dev.plumbline.wiring.terraform.Code.Resource;
import dev.plumbline.wiring.terraform.Code.Unclear;
import dev.plumbline.wiring.terraform.HclToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads {@code .tf.json} files. Any object in them may also be a list of such objects. */
final class JsonReader {

  private final JsonMapper json = new JsonMapper();
  private final List<Unclear> unclear = new ArrayList<>();

  private JsonReader() {}

  static Code read(String source) throws HclException {
    return new JsonReader().code(source);
  }

  private Code code(String source) throws HclException {
    JsonNode file = tree(source);
    List<Resource> resources =
        named(file.path("resource"))
            .flatMap(type -> named(type.getValue()).flatMap(each -> resources(type.getKey(), each)))
            .toList();
    List<Call> modules = named(file.path("module")).map(JsonReader::module).toList();
    List<ProviderTags> providers = named(file.path("provider")).flatMap(this::providers).toList();
    return new Code(resources, modules, providers, List.copyOf(unclear));
  }

  private JsonNode tree(String source) throws HclException {
    try {
      return json.readTree(source);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new HclException(line, "this is not JSON");
    }
  }

  private Stream<Resource> resources(String type, Map.Entry<String, JsonNode> named) {
    JsonNode body = named.getValue();
    return each(body.path("lifecycle"))
        .map(lifecycle -> paths(lifecycle.path("ignore_changes"), type + "." + named.getKey()))
        .filter(paths -> !paths.isEmpty())
        .map(paths -> new Resource(type, named.getKey(), many(body), paths, 0));
  }

  private List<String> paths(JsonNode node, String address) {
    List<String> paths = new ArrayList<>();
    each(node)
        .forEach(
            element -> {
              List<String> found =
                  References.paths(List.of(new HclToken(Kind.TEXT, element.asText(), 0)));
              if (found.isEmpty()) {
                unclear.add(
                    new Unclear(
                        0, "an element of ignore_changes of " + address + " is no reference"));
              }
              paths.addAll(found);
            });
    return paths;
  }

  private static Call module(Map.Entry<String, JsonNode> named) {
    JsonNode body = named.getValue();
    return new Call(named.getKey(), body.path("source").asText(""), many(body), 0);
  }

  private Stream<ProviderTags> providers(Map.Entry<String, JsonNode> named) {
    JsonNode body = named.getValue();
    String alias = body.path("alias").asText("");
    String key = alias.isEmpty() ? named.getKey() : named.getKey() + "." + alias;
    return each(body.path("ignore_tags"))
        .map(
            tags ->
                new ProviderTags(
                    key, new IgnoreTags(texts(tags, "keys"), texts(tags, "key_prefixes"))));
  }

  private List<String> texts(JsonNode tags, String name) {
    return each(tags.path(name))
        .map(JsonNode::asText)
        .filter(
            text -> {
              boolean plain = !text.contains("${") && !text.contains("%{");
              if (!plain) {
                unclear.add(
                    new Unclear(
                        0, "ignore_tags." + name + " holds a value that only Terraform knows"));
              }
              return plain;
            })
        .toList();
  }

  private static boolean many(JsonNode body) {
    return body.has("count") || body.has("for_each");
  }

  /**
   * An object's members; those of every object where it is a list; their bodies taken apart too.
   */
  private static Stream<Map.Entry<String, JsonNode>> named(JsonNode node) {
    return each(node)
        .flatMap(object -> object.properties().stream())
        .flatMap(entry -> each(entry.getValue()).map(body -> Map.entry(entry.getKey(), body)));
  }

  private static Stream<JsonNode> each(JsonNode node) {
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false);
    }
    return node.isMissingNode() || node.isNull() ? Stream.empty() : Stream.of(node);
  }
}
