package dev.plumbline.engine.config;

import java.util.Optional;

/**
 * Where this configuration is kept, so that changes to it can be proposed there. What is deployed
 * may be a copy.
 *
 * @param repository {@code owner/name}; empty for {@code defaults.publish.github.repository}
 * @param path the file's, from the repository's root
 * @param ref the branch that changes go to; empty for the default branch
 */
public record ConfigurationFile(Optional<String> repository, String path, Optional<String> ref) {

  /** Where nothing else is said. */
  public static final ConfigurationFile DEFAULT =
      new ConfigurationFile(Optional.empty(), "plumbline.yaml", Optional.empty());
}
