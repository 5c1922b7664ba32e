package dev.plumbline.engine.config;

import java.util.Optional;

/**
 * One person across systems. Who is not listed may ask for a remediation, never approve one.
 *
 * @param github a login
 * @param slack a member id, such as {@code U012AB3CD}
 * @param aws an Identity Center user or a SourceIdentity
 */
public record Person(Optional<String> github, Optional<String> slack, Optional<String> aws) {}
