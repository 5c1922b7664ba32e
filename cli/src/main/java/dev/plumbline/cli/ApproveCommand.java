package dev.plumbline.cli;

import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.remote.RemoteRemediation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline approve}: approves exactly one plan. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Approves exactly one plan, and waits until it is applied and read again.",
    footer = {
      "",
      "Only a person can: sign in as an Identity Center user whom the configuration's people names.",
      "Exit codes: 0 done, or waiting for another approval; 1 refused, failed or a usage error."
    })
final class ApproveCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TOKEN", description = "The plan's token, as it was shown with it.")
  private String token = "";

  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException, RemoteException {
    if (!token.matches("[A-Za-z0-9]+-[0-9a-f]{12}")) {
      throw new UserException(
          "That is no plan's token: it is a remediation's id, a hyphen and 12 digits of the plan's hash.");
    }
    RemoteRemediation remediation = remote.remediations(connection, spec.commandLine());
    return RemoteAnswer.show(
        remediation.approve(token),
        RemoteRemediation.remediation(token),
        remediation,
        spec.commandLine());
  }
}
