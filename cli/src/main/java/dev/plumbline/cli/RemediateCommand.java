package dev.plumbline.cli;

import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.remote.RemoteRemediation;
import dev.plumbline.cli.remote.RemoteRemediation.Asked;
import dev.plumbline.cli.remote.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
      "Exit codes: 0 the plan waits for approval, or all is done; 1 refused, failed or a usage error."
    })
final class RemediateCommand implements Callable<Integer> {

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

  /** One of the two. */
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
  }

  @Option(
      names = "--include-changes",
      description = "Let the plan also do what did not drift, such as code never applied.")
  private boolean includeChanges;

  @Option(names = "--dry-run", description = "Say what would happen, and start nothing.")
  private boolean dryRun;

  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException, RemoteException {
    Service service = remote.service(connection.connection(Optional.empty()));
    var remediation =
        new RemoteRemediation(service, remote.waiting(service, spec.commandLine().getErr()));
    Asked asked = new Asked(stack, choice.word, addresses, includeChanges, dryRun);
    return RemoteAnswer.show(remediation.ask(asked), "", remediation, spec.commandLine());
  }
}
