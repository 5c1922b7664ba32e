package dev.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.remote.RemoteRemediation;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline remediations}: a stack's remediations, or one with its plan. */
@Command(
    name = "remediations",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists a stack's remediations, the newest first, or shows one with its plan.")
final class RemediationsCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  /** One of the two. */
  static final class Which {
    @Parameters(paramLabel = "STACK", description = "The stack's name.")
    private Optional<String> stack = Optional.empty();

    @Option(names = "--id", paramLabel = "ID", description = "Only this one, with its plan.")
    private Optional<String> id = Optional.empty();
  }

  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException, RemoteException {
    RemoteRemediation remediations = remote.remediations(connection, spec.commandLine());
    if (which.id.isPresent()) {
      RemediationText.print(remediations.show(which.id.get()), spec.commandLine().getOut());
      return 0;
    }
    Table table = new Table("ID", "ANSWER", "PHASE", "ASKED", "BY", "OUTCOME");
    for (JsonNode each : remediations.list(which.stack.orElse(""))) {
      table.row(
          each.path("id").asText(),
          each.path("answer").asText(),
          each.path("phase").asText(),
          each.path("requestedAt").asText(),
          each.path("requester").path("id").asText(),
          each.path("outcome").asText());
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }
}
