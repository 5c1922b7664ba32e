package dev.plumbline.wiring.terraform;

import dev.plumbline.engine.ignore.IgnoreTags;
import dev.plumbline.wiring.terraform.Code.Call;
import dev.plumbline.wiring.terraform.Code.ProviderTags;
import dev.plumbline.wiring.terraform.Code.Resource;
import dev.plumbline.wiring.terraform.Code.Unclear;
import dev.plumbline.wiring.terraform.HclBody.Block;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code .tf} and {@code .tofu} files. */
final class HclReader {

  private final List<Unclear> unclear = new ArrayList<>();

  private HclReader() {}

  static Code read(String source) throws HclException {
    return new HclReader().code(HclParser.parse(source));
  }

  private Code code(HclBody file) {
    List<Resource> resources =
        file.blocks("resource")
            .filter(block -> block.labels().size() == 2)
            .flatMap(block -> block.body().blocks("lifecycle").map(l -> resource(block, l)))
            .filter(resource -> !resource.paths().isEmpty())
            .toList();
    List<Call> modules =
        file.blocks("module")
            .filter(block -> block.labels().size() == 1)
            .map(HclReader::module)
            .toList();
    List<ProviderTags> providers =
        file.blocks("provider")
            .filter(block -> block.labels().size() == 1)
            .flatMap(block -> block.body().blocks("ignore_tags").map(tags -> provider(block, tags)))
            .toList();
    return new Code(resources, modules, providers, List.copyOf(unclear));
  }

  private Resource resource(Block block, Block lifecycle) {
    List<HclToken> tokens = lifecycle.body().attributes().getOrDefault("ignore_changes", List.of());
    List<String> paths = new ArrayList<>();
    for (List<HclToken> element : References.elements(tokens)) {
      List<String> found = References.paths(element);
      if (found.isEmpty()) {
        unclear.add(
            new Unclear(
                element.getFirst().line(), "this element of ignore_changes is no reference"));
      }
      paths.addAll(found);
    }
    int line = tokens.isEmpty() ? lifecycle.line() : tokens.getFirst().line();
    return new Resource(
        block.labels().get(0), block.labels().get(1), many(block.body()), paths, line);
  }

  private static Call module(Block block) {
    return new Call(
        block.labels().getFirst(),
        block.body().text("source").orElse(""),
        many(block.body()),
        block.line());
  }

  private ProviderTags provider(Block block, Block tags) {
    String name = block.labels().getFirst();
    return new ProviderTags(
        block.body().text("alias").map(alias -> name + "." + alias).orElse(name),
        new IgnoreTags(texts(tags, "keys"), texts(tags, "key_prefixes")));
  }

  private List<String> texts(Block block, String name) {
    List<String> texts = new ArrayList<>();
    List<HclToken> tokens = block.body().attributes().getOrDefault(name, List.of());
    for (List<HclToken> element : References.elements(tokens)) {
      if (element.size() == 1 && element.getFirst().is(HclToken.Kind.TEXT)) {
        texts.add(element.getFirst().text());
      } else {
        unclear.add(
            new Unclear(
                element.getFirst().line(),
                "ignore_tags." + name + " holds a value that only Terraform knows"));
      }
    }
    return texts;
  }

  private static boolean many(HclBody body) {
    return body.attributes().containsKey("count") || body.attributes().containsKey("for_each");
  }
}
