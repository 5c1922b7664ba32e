package dev.plumbline.functions.slack;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.SlackApp;
import dev.plumbline.engine.people.People;
import java.util.Optional;

/**
 * Who may ask what: anybody of the configured workspace for help, anybody in an allowed channel for
 * a stack's status, and for more than that whoever the configuration lists among its people. Who
 * may approve is decided where the plan is.
 */
record Gate(SlackApp app, People people) {

  /** Empty where the configuration has no Slack app. */
  static Optional<Gate> of(Configuration configuration) {
    return configuration.slack().map(app -> new Gate(app, new People(configuration.people())));
  }

  /** How much is asked. */
  enum Right {
    HELP,
    STATUS,
    REQUEST
  }

  /** Why not, and what to do, for people; empty where they may. */
  Optional<String> refusal(Asker asker, Right right) {
    if (app.team().filter(it -> !it.equals(asker.team())).isPresent()
        || app.enterprise().filter(it -> !it.equals(asker.enterprise())).isPresent()) {
      return Optional.of("This workspace is not the one that Plumbline listens to.");
    }
    return switch (right) {
      case HELP -> Optional.empty();
      case STATUS -> ofChannel(asker);
      case REQUEST -> ofChannel(asker).or(() -> ofPerson(asker));
    };
  }

  private Optional<String> ofChannel(Asker asker) {
    return app.channels().contains(asker.channel())
        ? Optional.empty()
        : Optional.of(
            "Nothing can be asked from this channel. Use an allowed one, or have this one's id added to slack.channels in the configuration.");
  }

  private Optional<String> ofPerson(Asker asker) {
    return people.person(asker.actor()).isPresent()
        ? Optional.empty()
        : Optional.of(
            "Only people whom the configuration lists may ask for that. Have your Slack member id added to people.");
  }
}
