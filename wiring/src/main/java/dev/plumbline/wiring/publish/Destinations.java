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
 * @param byStack what the configuration says of the stacks it names or finds, scanned now or not
 * @param offers what each stack's message in Slack offers to do; nothing where a stack is not here
 * @param complete whether these are all its stacks, so that one that is not here has left it
 */
public record Destinations(
    SequencedMap<String, Publish> byStack, Map<String, List<Offer>> offers, boolean complete) {

  public Destinations {
    byStack = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byStack));
    offers = Map.copyOf(offers);
  }

  /** Those of all stacks. */
  public Destinations(SequencedMap<String, Publish> byStack, Map<String, List<Offer>> offers) {
    this(byStack, offers, true);
  }

  /** Where nobody may ask for anything in Slack. */
  public Destinations(SequencedMap<String, Publish> byStack) {
    this(byStack, Map.of());
  }

  /** Those of one stack, which say nothing of the others. */
  public static Destinations of(String stack, Configuration configuration, Settings settings) {
    SequencedMap<String, Publish> one = new LinkedHashMap<>();
    one.put(stack, settings.publish());
    return new Destinations(one, Map.of(stack, offers(configuration, settings)), false);
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

  /** Every stack whose issue belongs into that repository; none where not all are known. */
  Set<String> tracked(Publish.GitHub repository) {
    if (!complete) {
      return Set.of();
    }
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
