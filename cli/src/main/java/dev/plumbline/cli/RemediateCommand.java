package dev.plumbline.cli;

import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.remote.RemoteRemediation;
import dev.plumbline.cli.remote.RemoteRemediation.Asked;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.remediation.steps.Ports;
import dev.plumbline.wiring.Connection;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline remediate}: asks for drift to be accepted or reverted. */
@Command(
    name = "remediate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Asks for a stack's drift to be accepted or reverted, and shows the plan. Nothing is changed before it is approved.",
    footer = {
      "",
      "With --local what was planned is applied once you type its token, give it to --approve, or say --yes.",
      "Exit codes: 0 the plan waits for approval, or all is done; 1 refused, failed or a usage error."
    })
final class RemediateCommand implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofSeconds(1);

  @Parameters(index = "0", paramLabel = "STACK", description = "The stack's name.")
  private String stack = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ADDRESS",
      description = "Only these drifted addresses. Without any: all.")
  private List<String> addresses = new ArrayList<>();

  @ArgGroup(multiplicity = "1")
  private Choice choice = new Choice();

  /** One of the three. */
  static final class Choice {
    private String word = "";

    @Option(names = "--accept", description = "Bring the state to reality.")
    void accept(boolean chosen) {
      word = "accept";
    }

    @Option(names = "--revert", description = "Bring reality to the code.")
    void revert(boolean chosen) {
      word = "revert";
    }

    @Option(
        names = "--approve",
        paramLabel = "TOKEN",
        description = "With --local: apply exactly this plan, which was shown before.")
    private Optional<String> token = Optional.empty();
  }

  @Option(
      names = "--include-changes",
      description = "Let the plan also do what did not drift, such as code never applied.")
  private boolean includeChanges;

  @Option(names = "--dry-run", description = "Say what would happen, and start nothing.")
  private boolean dryRun;

  @Mixin private LocalOptions local = new LocalOptions();

  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException, RemoteException {
    if (local.chosen()) {
      return locally();
    }
    if (local.yes() || choice.token.isPresent()) {
      throw new UserException(
          "--yes and --approve go with --local. A service's plan is approved with: plumbline approve TOKEN");
    }
    RemoteRemediation remediation = remote.remediations(connection, spec.commandLine());
    Asked asked = new Asked(stack, choice.word, addresses, includeChanges, dryRun);
    return RemoteAnswer.show(remediation.ask(asked), "", remediation, spec.commandLine());
  }

  private int locally() throws UserException {
    if (spec.commandLine().getParseResult().hasMatchedOption("--remote")) {
      throw new UserException("Either --local or --remote, not both.");
    }
    Actor by = new Actor(Actor.Realm.LOCAL, System.getProperty("user.name"));
    try {
      LocalRemediation remediation = remediation();
      return choice.token.isPresent()
          ? remediation.approve(stack, choice.token.get(), by)
          : remediation.ask(request(by));
    } catch (IOException e) {
      throw new UserException(Plain.line(String.valueOf(e.getMessage())), e);
    }
  }

  private LocalRemediation remediation() throws UserException, IOException {
    CommandLine command = spec.commandLine();
    Connection aws = connection.connection(local.configuration().defaults().region());
    Ports ports =
        LocalPorts.of(
            local.config(),
            local.store(),
            aws,
            connection.environment(),
            new Told(command.getErr()),
            Clock.systemUTC());
    return new LocalRemediation(
        ports, local.yes() ? _ -> true : Typed::token, command.getOut(), LOOK);
  }

  private Request request(Actor by) {
    Answer answer = Answer.valueOf(choice.word.toUpperCase(Locale.ROOT));
    return new Request(
        stack, answer, Set.copyOf(addresses), includeChanges, dryRun, by, new Origin.Terminal());
  }
}
