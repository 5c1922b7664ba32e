package dev.plumbline.engine.severity;

/**
 * What the policy knows of a stack.
 *
 * @param environment the configuration's, "" where there is none
 */
public record StackFacts(String name, String environment) {}
