package dev.plumbline.wiring.doctor;

import dev.plumbline.engine.config.Account;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.wiring.AwsFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/**
 * What is changed in other accounts and regions is forwarded to the bus that the service listens
 * to, and that bus lets it in.
 *
 * @param clients asks an account's region
 */
record ElsewhereCheck(
    Optional<Deployed> deployed,
    Optional<Configuration> configuration,
    Function<Place, EventBridgeClient> clients)
    implements Check {

  private static final String BUS = "default";
  private static final String OF_CHANGES = "AWS API Call via CloudTrail";
  private static final String WHY =
      "What is changed there is found by the next schedule only; IAM, CloudFront and Route 53 tell in us-east-1 alone.";

  @Override
  public String name() {
    return "elsewhere";
  }

  @Override
  public Outcome look() {
    Optional<Arn> service =
        deployed
            .flatMap(it -> it.function("EventFunction"))
            .map(function -> Arn.fromString(function.functionArn()));
    if (service.isEmpty() || configuration.isEmpty()) {
      return new Outcome.Skipped("No deployment that takes events is looked at.");
    }
    Place home = Place.of(service.get());
    Set<Place> places = Place.of(configuration.get(), service.get());
    places.remove(home);
    List<Fault> faults = new ArrayList<>();
    for (Place place : places) {
      if (place.account().equals(home.account()) || hasRole(place.account())) {
        look(place, bus(service.get()), faults);
      } else {
        faults.add(unseen(place, "no role is configured for the account"));
      }
    }
    if (places.stream().anyMatch(each -> !each.account().equals(home.account()))) {
      letsIn(home).ifPresent(faults::add);
    }
    return Outcome.warned(
        faults, "Changes are forwarded from %d other places.".formatted(places.size()));
  }

  private boolean hasRole(String account) {
    return configuration.map(it -> it.accounts().get(account)).flatMap(Account::role).isPresent();
  }

  private static String bus(Arn service) {
    return "arn:%s:events:%s:%s:event-bus/%s"
        .formatted(
            service.partition(), service.region().orElse(""), service.accountId().orElse(""), BUS);
  }

  private void look(Place place, String bus, List<Fault> faults) {
    try {
      if (!forwards(clients.apply(place), bus)) {
        faults.add(
            new Fault(
                "No rule in %s forwards changes to %s.".formatted(place, bus),
                WHY,
                "Deploy PlumblineForwarder.template.json there; cdk/README.md says how."));
      }
    } catch (SdkException unseen) {
      faults.add(unseen(place, AwsFailure.why(unseen)));
    }
  }

  private static Fault unseen(Place place, String why) {
    return new Fault(
        "Whether %s forwards changes could not be seen: %s.".formatted(place, why),
        WHY,
        "Allow events:ListRules and events:ListTargetsByRule there, or look at the stack PlumblineForwarder.");
  }

  private static boolean forwards(EventBridgeClient events, String bus) {
    @Nullable String next = null;
    do {
      String token = next;
      ListRulesResponse page = events.listRules(r -> r.eventBusName(BUS).nextToken(token));
      if (page.rules().stream().anyMatch(rule -> forwards(events, rule, bus))) {
        return true;
      }
      next = page.nextToken();
    } while (next != null);
    return false;
  }

  private static boolean forwards(EventBridgeClient events, Rule rule, String bus) {
    return rule.state() != RuleState.DISABLED
        && rule.eventPattern() != null
        && rule.eventPattern().contains(OF_CHANGES)
        && events.listTargetsByRule(r -> r.eventBusName(BUS).rule(rule.name())).targets().stream()
            .anyMatch(target -> bus.equals(target.arn()));
  }

  /** Regions of its own account need no policy. */
  private Optional<Fault> letsIn(Place home) {
    try {
      String policy = clients.apply(home).describeEventBus(r -> r.name(BUS)).policy();
      return policy == null || policy.isBlank()
          ? Optional.of(
              new Fault(
                  "The bus in %s lets no other account in.".formatted(home),
                  "What they forward is refused.",
                  "Set events.organization in deployment.json, and deploy."))
          : Optional.empty();
    } catch (SdkException unseen) {
      return Optional.of(
          new Fault(
              "Whom the bus in %s lets in could not be seen: %s."
                  .formatted(home, AwsFailure.why(unseen)),
              "What other accounts forward may be refused.",
              "Allow events:DescribeEventBus."));
    }
  }
}
