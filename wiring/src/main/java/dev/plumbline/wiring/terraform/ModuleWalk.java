package dev.plumbline.wiring.terraform;

import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.ignore.IgnoreTags;
import dev.plumbline.wiring.terraform.Code.Call;
import dev.plumbline.wiring.terraform.Code.Resource;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Goes from a root module through the local modules it calls. */
final class ModuleWalk {

  private static final int DEEPEST = 20;
  private static final int MOST_MODULES = 5_000;

  private final Path root;
  private final List<IgnoreRule> rules = new ArrayList<>();
  private final SequencedMap<String, IgnoreTags> providers = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private int modules;

  ModuleWalk(Path root) {
    this.root = root.normalize();
  }

  TerraformIgnores read() throws IOException {
    module(root, "", 0);
    return new TerraformIgnores(rules, providers, problems);
  }

  private void module(Path directory, String address, int depth) throws IOException {
    modules++;
    for (Path file : files(directory)) {
      Code code = code(file);
      code.unclear().forEach(each -> problem(file, each.line(), each.what()));
      code.resources().forEach(resource -> rules(file, address, resource));
      if (depth == 0) {
        code.providers().forEach(each -> providers.put(each.key(), each.ignoreTags()));
      }
      for (Call call : code.modules()) {
        call(file, address, call, depth);
      }
    }
  }

  private void call(Path file, String address, Call call, int depth) {
    Path source = file.resolveSibling(call.source()).normalize();
    if (!call.source().startsWith("./") && !call.source().startsWith("../")) {
      problem(file, call.line(), "module \"" + call.name() + "\" is not local and was not read");
    } else if (depth >= DEEPEST || modules >= MOST_MODULES) {
      problem(file, call.line(), "modules call one another too deeply; the rest was not read");
    } else {
      try {
        String name = "module." + call.name() + (call.many() ? "[*]" : "");
        module(source, address + name + ".", depth + 1);
      } catch (IOException _) {
        problem(file, call.line(), "the module \"" + call.name() + "\" cannot be read");
      }
    }
  }

  private void rules(Path file, String module, Resource resource) {
    String address =
        module + resource.type() + "." + resource.name() + (resource.many() ? "[*" : "");
    String reason = "ignore_changes in " + place(file, resource.line());
    for (String path : resource.paths()) {
      rules.add(IgnoreRule.attribute(new Glob(address), new Glob(path), reason, "the code"));
    }
  }

  /** OpenTofu reads {@code x.tofu} instead of an {@code x.tf} beside it. */
  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> all = entries.filter(Files::isRegularFile).sorted().toList();
      return all.stream()
          .filter(file -> file.toString().matches(".*\\.(tf|tofu)(\\.json)?"))
          .filter(file -> !all.contains(tofu(file)))
          .toList();
    }
  }

  private static Path tofu(Path file) {
    String name = file.getFileName().toString();
    String other = name.replaceFirst("\\.tf(\\.json)?$", ".tofu$1");
    return other.equals(name) ? file.resolveSibling("") : file.resolveSibling(other);
  }

  private Code code(Path file) {
    Code nothing = new Code(List.of(), List.of(), List.of(), List.of());
    try {
      String source = Files.readString(file);
      return file.toString().endsWith(".json") ? JsonReader.read(source) : HclReader.read(source);
    } catch (HclException e) {
      problem(file, e.line(), e.getMessage() + "; the file was not read");
    } catch (MalformedInputException _) {
      problem(file, 0, "this is not UTF-8; the file was not read");
    } catch (IOException _) {
      problem(file, 0, "the file cannot be read");
    }
    return nothing;
  }

  private void problem(Path file, int line, String what) {
    problems.add(place(file, line) + ": " + what);
  }

  private String place(Path file, int line) {
    return root.relativize(file) + (line > 0 ? " line " + line : "");
  }
}
