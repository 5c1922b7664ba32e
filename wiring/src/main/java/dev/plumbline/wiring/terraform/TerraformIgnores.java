package dev.plumbline.wiring.terraform;

import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.ignore.IgnoreTags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a Terraform or OpenTofu root module leaves to others: {@code ignore_changes} as ignore
 * rules, and each provider configuration's {@code ignore_tags}.
 *
 * @param rules in the order of the code, root module first
 * @param providers the root module's, by {@code aws} or {@code aws.alias}
 * @param problems what could not be read or understood, each with its file and line: there rules
 *     may be missing
 */
public record TerraformIgnores(
    List<IgnoreRule> rules, SequencedMap<String, IgnoreTags> providers, List<String> problems) {

  public TerraformIgnores {
    rules = List.copyOf(rules);
    providers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(providers));
    problems = List.copyOf(problems);
  }

  /**
   * Reads a root module's directory, and the local modules it calls. Files that cannot be parsed
   * become problems; the others are read all the same.
   *
   * @throws IOException where the directory itself cannot be read
   */
  public static TerraformIgnores read(Path directory) throws IOException {
    return new ModuleWalk(directory).read();
  }

  /**
   * The rules as they stand in {@code plumbline.yaml}; the providers as a comment for their stack.
   */
  public String toYaml() {
    return IgnoresYaml.of(this);
  }
}
