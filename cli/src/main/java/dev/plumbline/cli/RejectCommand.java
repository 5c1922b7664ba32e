package dev.plumbline.cli;

import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.remote.RemoteRemediation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline reject}: rejects a plan, or withdraws a remediation. */
@Command(
    name = "reject",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Rejects a plan, or withdraws a remediation that has none yet.")
final class RejectCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TOKEN", description = "The plan's token, or the remediation's id.")
  private String named = "";

  @Option(names = "--because", paramLabel = "REASON", description = "Why.")
  private String because = "";

  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException, RemoteException {
    if (!named.matches("[A-Za-z0-9]+(-[0-9a-f]{12})?")) {
      throw new UserException("That is neither a plan's token nor a remediation's id.");
    }
    RemoteRemediation remediation = remote.remediations(connection, spec.commandLine());
    // That the remediation ends as rejected is what was asked for, so its exit code does not count.
    RemoteAnswer.show(
        remediation.reject(named, because),
        RemoteRemediation.remediation(named),
        remediation,
        spec.commandLine());
    return 0;
  }
}
