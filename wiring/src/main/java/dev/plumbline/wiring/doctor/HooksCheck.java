package dev.plumbline.wiring.doctor;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.GitHubSettings;
import dev.plumbline.publish.github.RepositoryHooks;
import dev.plumbline.publish.github.RepositoryHooks.Hook;
import dev.plumbline.publish.github.RepositoryHooks.Seen;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * GitHub tells the webhook of comments, in every repository that issues are opened in. An app's
 * webhook is the app's own and is not among a repository's.
 *
 * @param address the webhook's
 * @param tokens what to ask GitHub with, by its API's address; empty where there is nothing
 */
record HooksCheck(
    Optional<URI> address,
    Optional<Configuration> configuration,
    Function<URI, Optional<String>> tokens)
    implements Check {

  private record Place(URI endpoint, String repository) {}

  @Override
  public String name() {
    return "github";
  }

  @Override
  public Outcome look() {
    Set<Place> places = new LinkedHashSet<>();
    configuration.ifPresent(it -> places(it).forEach(places::add));
    if (address.isEmpty() || places.isEmpty()) {
      return new Outcome.Skipped(
          places.isEmpty()
              ? "No repository gets issues by a token."
              : "No address is named: --webhook takes the deployment's output WebhookUrl.");
    }
    if (places.stream().map(Place::endpoint).map(tokens).allMatch(Optional::isEmpty)) {
      return new Outcome.Skipped(
          "There is nobody to ask GitHub as: set GITHUB_TOKEN, for GitHub Enterprise GITHUB_ENTERPRISE_TOKEN, to a token that may read webhooks.");
    }
    List<Fault> failures = new ArrayList<>();
    List<Fault> unknown = new ArrayList<>();
    places.forEach(place -> look(place, failures, unknown));
    return Outcome.of(
        failures,
        unknown,
        "%d repositories tell %s of comments.".formatted(places.size(), address.get()));
  }

  private static Stream<Place> places(Configuration configuration) {
    return configuration
        .publishing()
        .flatMap(publish -> publish.github().stream())
        .filter(each -> each.app().isEmpty())
        .map(HooksCheck::place);
  }

  private static Place place(Publish.GitHub github) {
    return new Place(
        github.baseUrl().map(URI::create).orElse(GitHubSettings.GITHUB), github.repository());
  }

  private void look(Place place, List<Fault> failures, List<Fault> unknown) {
    try {
      Optional<String> token = tokens.apply(place.endpoint());
      if (token.isEmpty()) {
        unknown.add(unasked("There is no token for " + place.endpoint(), "Set one."));
        return;
      }
      Seen seen = RepositoryHooks.of(place.endpoint(), token.get(), place.repository());
      List<Hook> ours = seen.hooks().stream().filter(this::isOurs).toList();
      if (ours.isEmpty()) {
        (seen.whole() ? failures : unknown).add(missing(place, seen.whole()));
      } else if (ours.stream().map(HooksCheck::wrong).noneMatch(List::isEmpty)) {
        wrong(ours.getFirst()).forEach(what -> failures.add(fault(place, what)));
      }
    } catch (PublishException unread) {
      unknown.add(unasked(String.valueOf(unread.getMessage()), unread.action()));
    }
  }

  private static Fault unasked(String what, String action) {
    return new Fault(what + ".", "So nobody knows whether comments arrive.", action);
  }

  private boolean isOurs(Hook hook) {
    return hook.address().equals(address.orElseThrow().toString());
  }

  private Fault missing(Place place, boolean whole) {
    return fault(
        place,
        whole
            ? "does not exist"
            : "is not among the repository's, and the organisation's cannot be seen");
  }

  private static List<String> wrong(Hook hook) {
    List<String> wrong = new ArrayList<>();
    if (!hook.active()) {
      wrong.add("is switched off");
    }
    if (!hook.comments()) {
      wrong.add("is not told of issue comments");
    }
    if (!hook.json()) {
      wrong.add("does not send application/json");
    }
    if (!hook.signed()) {
      wrong.add("has no secret");
    }
    return wrong;
  }

  private Fault fault(Place place, String what) {
    return new Fault(
        "The webhook of %s for %s %s.".formatted(place.repository(), address.orElseThrow(), what),
        "Comments on its issues do nothing.",
        "In its settings: that address, application/json, the secret behind the output WebhookSecretArn, and Issue comments.");
  }
}
