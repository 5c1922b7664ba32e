package dev.plumbline.wiring;

import dev.plumbline.engine.compare.Tags;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Source;
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

  /** Where the code of a stack is at hand. Closed once the code was read. */
  public interface Folders extends AutoCloseable {

    /**
     * The root module's folder; empty where there is none to read.
     *
     * @throws IOException where it should be there and cannot be had; the message says why
     */
    Optional<Path> of(Named stack, Source source) throws IOException;

    @Override
    default void close() throws IOException {}

    /** Folders relative to the configuration's own. */
    static Folders below(Path base) {
      return (_, source) ->
          Optional.of(base.resolve(source.directory())).filter(Files::isDirectory);
    }
  }

  /** Reads the code of those stacks that say where theirs lies. */
  public static CodeIgnores read(List<Named> stacks, Folders folders) {
    List<IgnoreRule> rules = new ArrayList<>();
    Map<String, Map<String, Tags>> tags = new HashMap<>();
    List<String> problems = new ArrayList<>();
    for (Named stack : stacks) {
      Optional<Source> source = stack.settings().remediation().flatMap(RemediationPolicy::source);
      if (source.isEmpty()) {
        continue;
      }
      try {
        Optional<Path> folder = folders.of(stack, source.get());
        if (folder.isPresent()) {
          TerraformIgnores read = TerraformIgnores.read(folder.get());
          read.rules().forEach(rule -> rules.add(of(rule, stack.name())));
          Map<String, Tags> providers = new HashMap<>();
          read.providers().forEach((key, ignored) -> providers.put(key, new Tags(ignored)));
          tags.put(stack.name(), providers);
          problems.addAll(read.problems());
        }
      } catch (IOException unreadable) {
        problems.add(
            "%s: what its code ignores could not be read: %s"
                .formatted(stack.name(), unreadable.getMessage()));
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
