package dev.plumbline.engine.config;

import dev.plumbline.engine.config.Publish.App;
import dev.plumbline.engine.config.Publish.GitHub;
import dev.plumbline.engine.config.Publish.Owner;
import dev.plumbline.engine.config.Publish.Slack;
import dev.plumbline.engine.ignore.Glob;
import java.util.List;
import java.util.Optional;

/** Reads where reports go; what is left out is taken from the defaults. */
final class PublishReader {

  private static final int MOST_ISSUES = 1000;

  private PublishReader() {}

  static Publish read(Section section, Publish defaults) {
    return new Publish(
        section.section("github", github -> github(github, defaults.github())).or(defaults::github),
        section.text("sns", Form.TOPIC).or(defaults::sns),
        section.section("slack", slack -> slack(slack, defaults.slack())).or(defaults::slack));
  }

  private static Slack slack(Section section, Optional<Slack> defaults) {
    Optional<String> channel =
        (defaults.isPresent() ? section.at("channel") : section.required("channel"))
            .flatMap(entry -> entry.text(Form.TEXT));
    return new Slack(
        channel.or(() -> defaults.map(Slack::channel)).orElse(""),
        section.text("tokenSecret", Form.SECRET).or(() -> defaults.flatMap(Slack::tokenSecret)));
  }

  private static GitHub github(Section section, Optional<GitHub> defaults) {
    Optional<String> repository =
        (defaults.isPresent() ? section.at("repository") : section.required("repository"))
            .flatMap(entry -> entry.text(Form.REPOSITORY));
    List<String> labels = section.texts("labels", Form.TEXT);
    Optional<Integer> limit =
        section.at("maxNewIssuesPerRun").flatMap(entry -> entry.integer(0, MOST_ISSUES));
    Optional<String> token = section.text("tokenSecret", Form.SECRET);
    Optional<App> app = section.section("app", PublishReader::app);
    if (token.isPresent() && app.isPresent()) {
      section.whole().report("both tokenSecret and app are set", "Keep one of them.");
    }
    List<Owner> owners = section.sections("owners", PublishReader::owner);
    boolean own = token.isPresent() || app.isPresent();
    return new GitHub(
        repository.or(() -> defaults.map(GitHub::repository)).orElse(""),
        section.at("labels").isPresent() ? labels : defaults.map(GitHub::labels).orElse(List.of()),
        limit.or(() -> defaults.map(GitHub::maxNewIssuesPerRun)).orElse(GitHub.MAX_NEW_ISSUES),
        section.text("baseUrl", Form.URL).or(() -> defaults.flatMap(GitHub::baseUrl)),
        own ? token : defaults.flatMap(GitHub::tokenSecret),
        own ? app : defaults.flatMap(GitHub::app),
        section.at("owners").isPresent() ? owners : defaults.map(GitHub::owners).orElse(List.of()));
  }

  private static Owner owner(Section section) {
    return new Owner(
        new Glob(section.requiredText("address", Form.GLOB)),
        section.requiredText("mention", Form.MENTION));
  }

  private static App app(Section section) {
    return new App(
        section.requiredText("id", Form.NUMBER),
        section.requiredText("installation", Form.NUMBER),
        section.requiredText("privateKeySecret", Form.SECRET));
  }
}
