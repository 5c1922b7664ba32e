package dev.plumbline.cli;

import dev.plumbline.publish.escape.Plain;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.ParseResult;

/**
 * The stacks that a service is to scan. A service has its own configuration, so what would change
 * it is an error rather than without effect.
 *
 * @param names empty for all
 */
record RemoteStacks(SortedSet<String> names) {

  private static final List<String> ONLY_HERE =
      List.of("--config", "--address", "--type", "--lock-wait", "--timeout", "--endpoint-url");

  RemoteStacks {
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /**
   * The stacks named either way.
   *
   * @param parsed what stood on the command line
   */
  static RemoteStacks of(List<String> named, Set<String> stacks, ParseResult parsed)
      throws UserException {
    for (String option : ONLY_HERE) {
      if (parsed.hasMatchedOption(option)) {
        throw new UserException(
            option
                + " has no effect on a service, which scans as its own configuration says. Leave it out, or scan here with --remote ''.");
      }
    }
    for (String name : named) {
      if (name.contains("://") || name.endsWith(".tfstate")) {
        throw new UserException(
            "%s is a state, and a service scans stacks by name. Name a stack, or scan here with --remote ''."
                .formatted(Plain.quoted(name, 200)));
      }
    }
    SortedSet<String> names = new TreeSet<>(named);
    names.addAll(stacks);
    return new RemoteStacks(names);
  }
}
