package dev.plumbline.wiring;

import dev.plumbline.engine.compare.Tags;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.wiring.StackPlans.Named;
import dev.plumbline.wiring.terraform.TerraformIgnores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the code of the stacks leaves to others, read at each scan from the folder that a stack's
 * {@code remediation.source.directory} names, where it is at hand: {@code ignore_changes} as ignore
 * rules of that stack, and the providers' {@code ignore_tags}.
 *
 * @param rules the rules, each bound to its stack
 * @param tags the tags that count, by stack and provider key
 * @param problems what could not be read, in sentences
 */
public record CodeIgnores(
    List<IgnoreRule> rules, Map<String, Map<String, Tags>> tags, List<String> problems) {

  /** Nothing read. */
  public static final CodeIgnores NONE = new CodeIgnores(List.of(), Map.of(), List.of());

  /**
   * Reads the code of those stacks that name a folder.
   *
   * @param base what relative folders are relative to: the configuration's own
   */
  public static CodeIgnores read(List<Named> stacks, Path base) {
    List<IgnoreRule> rules = new ArrayList<>();
    Map<String, Map<String, Tags>> tags = new HashMap<>();
    List<String> problems = new ArrayList<>();
    for (Named stack : stacks) {
      Optional<Path> folder =
          stack
              .settings()
              .remediation()
              .flatMap(r -> r.source())
              .map(s -> base.resolve(s.directory()));
      if (folder.filter(Files::isDirectory).isEmpty()) {
        continue;
      }
      try {
        TerraformIgnores read = TerraformIgnores.read(folder.get());
        read.rules().forEach(rule -> rules.add(of(rule, stack.name())));
        Map<String, Tags> providers = new HashMap<>();
        read.providers().forEach((key, ignored) -> providers.put(key, new Tags(ignored)));
        tags.put(stack.name(), providers);
        problems.addAll(read.problems());
      } catch (IOException unreadable) {
        problems.add(
            "%s: its code in %s could not be read: %s"
                .formatted(stack.name(), folder.get(), unreadable.getMessage()));
      }
    }
    return new CodeIgnores(rules, tags, problems);
  }

  /**
   * The request with the tags that its code ignores; what the configuration says of a provider goes
   * first.
   */
  StackRequest applied(StackRequest request) {
    Map<String, Tags> merged = new HashMap<>(tags.getOrDefault(request.name(), Map.of()));
    request.tags().forEach((key, configured) -> merged.merge(key, configured, CodeIgnores::both));
    return request.withTags(merged);
  }

  private static Tags both(Tags code, Tags configured) {
    return configured.ignored().isEmpty() ? code : configured;
  }

  private static IgnoreRule of(IgnoreRule rule, String stack) {
    return new IgnoreRule(
        rule.address(),
        rule.type(),
        rule.attribute(),
        rule.id(),
        rule.reason(),
        rule.owner(),
        rule.expires(),
        Optional.of(new Glob(stack)));
  }
}
