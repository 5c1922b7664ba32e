package dev.plumbline.wiring.publish;

import dev.plumbline.engine.config.Publish;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where each stack's report goes.
 *
 * @param byStack what the configuration says of every stack it names or finds, scanned now or not:
 *     a stack that is not here has left it
 */
public record Destinations(SequencedMap<String, Publish> byStack) {

  public Destinations {
    byStack = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byStack));
  }

  /** Where that stack's report goes. */
  Publish of(String stack) {
    return byStack.getOrDefault(stack, Publish.NOWHERE);
  }

  /** Every stack whose issue belongs into that repository. */
  Set<String> tracked(Publish.GitHub repository) {
    return byStack.entrySet().stream()
        .filter(each -> each.getValue().github().filter(it -> same(it, repository)).isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean same(Publish.GitHub one, Publish.GitHub other) {
    return one.repository().equalsIgnoreCase(other.repository())
        && one.baseUrl().equals(other.baseUrl());
  }
}
