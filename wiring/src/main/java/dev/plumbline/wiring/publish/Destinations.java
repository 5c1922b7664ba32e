package dev.plumbline.wiring.publish;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Consent;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.publish.slack.Offer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where each stack's report goes.
 *
 * @param byStack what the configuration says of every stack it names or finds, scanned now or not:
 *     a stack that is not here has left it
 * @param offers what each stack's message in Slack offers to do; nothing where a stack is not here
 */
public record Destinations(SequencedMap<String, Publish> byStack, Map<String, List<Offer>> offers) {

  public Destinations {
    byStack = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byStack));
    offers = Map.copyOf(offers);
  }

  /** Where nobody may ask for anything in Slack. */
  public Destinations(SequencedMap<String, Publish> byStack) {
    this(byStack, Map.of());
  }

  /** What may be asked for in Slack, where the configuration lets people ask there at all. */
  public static List<Offer> offers(Configuration configuration, Settings stack) {
    if (configuration.slack().isEmpty()) {
      return List.of();
    }
    List<Offer> offers = new ArrayList<>();
    Optional<RemediationPolicy> policy = stack.remediation();
    policy.filter(it -> it.accept() != Consent.NEVER).ifPresent(_ -> offers.add(Offer.ACCEPT));
    policy.filter(it -> it.revert() != Consent.NEVER).ifPresent(_ -> offers.add(Offer.REVERT));
    offers.add(Offer.RESCAN);
    return offers;
  }

  List<Offer> offered(String stack) {
    return offers.getOrDefault(stack, List.of());
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
