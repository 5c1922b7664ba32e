package dev.plumbline.wiring.github;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationEdit;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.config.ConfigurationFile;
import dev.plumbline.engine.config.Person;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.people.People;
import dev.plumbline.wiring.settings.DeployedConfiguration;
import dev.plumbline.wiring.work.IgnoreProposals;
import dev.plumbline.wiring.work.Work;
import java.io.IOException;
import java.util.Optional;

/**
 * Proposes ignore rules by pull requests on the configuration file. Thread-safe: of two who propose
 * the same at once, one finds the other's.
 */
public final class GitHubIgnoreProposals implements IgnoreProposals {

  private final GitHubDoor github;
  private final DeployedConfiguration deployed;

  public GitHubIgnoreProposals(GitHubDoor github, DeployedConfiguration deployed) {
    this.github = github;
    this.deployed = deployed;
  }

  @Override
  public Proposal propose(Work.Ignore ignore) throws IOException {
    Configuration configuration = deployed.configuration();
    ConfigurationFile file = configuration.configuration().orElse(ConfigurationFile.DEFAULT);
    Optional<String> repository =
        file.repository()
            .or(() -> configuration.defaults().publish().github().map(Publish.GitHub::repository));
    if (repository.isEmpty()) {
      return new Proposal.Refused(
          "The configuration does not say which repository its file is kept in.",
          "Set configuration.repository in it.");
    }
    IgnoreRule rule = rule(ignore, new People(configuration.people()));
    PullRequests pulls = new PullRequests(github.to(repository.get()), repository.get(), file);
    return propose(pulls, rule, IgnoreDraft.of(ignore));
  }

  private static Proposal propose(PullRequests pulls, IgnoreRule rule, IgnoreDraft draft)
      throws IOException {
    Optional<String> open = pulls.open(draft.branch());
    if (open.isPresent()) {
      return new Proposal.Open(open.get());
    }
    PullRequests.Base base = pulls.base();
    try {
      Optional<String> edited = ConfigurationEdit.withIgnore(base.text(), rule, base.name());
      if (edited.isEmpty()) {
        return new Proposal.Present();
      }
      return new Proposal.Opened(pulls.create(base, edited.get(), draft));
    } catch (ConfigurationException unusable) {
      return new Proposal.Refused(
          "The rule could not be put into the configuration: " + unusable.getMessage(),
          "Add it by hand: " + ConfigurationEdit.yaml(rule));
    }
  }

  private static IgnoreRule rule(Work.Ignore ignore, People people) {
    return new IgnoreRule(
        new Glob(ignore.address()),
        Optional.empty(),
        ignore.attribute().map(Glob::new),
        Optional.empty(),
        ignore.because(),
        people
            .person(ignore.by())
            .flatMap(Person::github)
            .or(() -> Optional.of(ignore.by().id()).filter(_ -> isLogin(ignore)))
            .map(login -> "@" + login)
            .orElse(ignore.by().toString()),
        Optional.of(ignore.until()),
        Optional.of(new Glob(ignore.stack())));
  }

  private static boolean isLogin(Work.Ignore ignore) {
    return switch (ignore.by().realm()) {
      case GITHUB -> true;
      case SLACK, AWS, LOCAL, POLICY -> false;
    };
  }
}
