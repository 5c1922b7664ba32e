package dev.plumbline.engine.config;

import java.util.Optional;

/**
 * How to get into an account.
 *
 * @param role the ARN of the role to assume; empty where the ambient credentials are this account's
 * @param externalId the external id the role asks for
 */
public record Account(Optional<String> role, Optional<String> externalId) {}
