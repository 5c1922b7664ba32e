package dev.plumbline.wiring.doctor;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.store.Stacks;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is looked at.
 *
 * @param origin says whether the configuration can be used
 * @param configuration empty where it cannot
 * @param deployed empty where no deployment was named
 * @param memory what is remembered of scans; empty where no store was named
 * @param webhook where GitHub's webhook is; empty where nobody said
 * @param gitHubTokens what to ask GitHub with, by its API's address; empty where there is nothing
 */
public record Examined(
    ConfigurationCheck origin,
    Optional<Configuration> configuration,
    Optional<Deployed> deployed,
    Optional<Supplier<Stacks>> memory,
    Optional<URI> webhook,
    Function<URI, Optional<String>> gitHubTokens) {}
