package dev.plumbline.engine.severity;

import dev.plumbline.engine.Severity;

/**
 * One rule of the configuration's severity policy.
 *
 * @param when a CEL expression over {@code resource}, {@code change} and {@code stack} that is true
 *     where the rule holds
 * @param level the severity it gives
 */
public record SeverityRule(String when, Severity level) {}
