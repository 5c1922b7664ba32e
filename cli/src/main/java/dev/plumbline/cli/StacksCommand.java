package dev.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cli.remote.RemoteException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline stacks}: the stacks that a service scanned, and how they stand. */
@Command(
    name = "stacks",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the stacks that a deployed service scanned, and how they stand.")
final class StacksCommand implements Callable<Integer> {

  @Option(names = "--drifted", description = "Only stacks whose last scan found drift.")
  private boolean drifted;

  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException, RemoteException {
    List<JsonNode> stacks =
        remote
            .service(connection.connection(Optional.empty()))
            .all("/v1/stacks?drifted=" + drifted);
    Table table = new Table("STACK", "STATUS", "DRIFTED", "DELETED", "UNREADABLE", "SCANNED");
    for (JsonNode stack : stacks) {
      JsonNode summary = stack.path("summary");
      table.row(
          stack.path("stack").asText(),
          stack.path("status").asText(),
          summary.path("drifted").asText(),
          summary.path("deleted").asText(),
          summary.path("unreadable").asText(),
          stack.path("scannedAt").asText());
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }
}
