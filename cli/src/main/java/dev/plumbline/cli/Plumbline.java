package dev.plumbline.cli;

import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.warmup.WarmUpCommand;
import dev.plumbline.publish.escape.Plain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The {@code plumbline} command. A usage error ends with exit code 1, never 2: 2 means drift, and a
 * pipeline must be able to rely on it.
 */
@Command(
    name = "plumbline",
    description = "Tells where the cloud no longer matches your infrastructure code.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ScanCommand.class,
      TypesCommand.class,
      PermissionsCommand.class,
      RenderCommand.class,
      IgnoresCommand.class,
      StacksCommand.class,
      HistoryCommand.class,
      RemediationsCommand.class,
      RemediateCommand.class,
      ApproveCommand.class,
      RejectCommand.class,
      DoctorCommand.class,
      DemoCommand.class,
      WarmUpCommand.class,
      AutoComplete.GenerateCompletion.class
    })
public final class Plumbline implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Plumbline.class);

  private static final int USAGE_ERROR = 1;

  @Spec private CommandSpec spec;

  Plumbline() {
    spec = CommandSpec.create();
  }

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command with all its subcommands, for {@link #main} and for tests. */
  public static CommandLine commandLine() {
    return new CommandLine(new Plumbline())
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(Plumbline::usageError)
        .setExecutionExceptionHandler(Plumbline::failed);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? One is needed.");
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof UserException || failure instanceof RemoteException) {
      say(command, String.valueOf(failure.getMessage()));
    } else {
      LOG.error("{} failed; please report it", command.getCommandName(), failure);
    }
    return USAGE_ERROR;
  }

  private static int usageError(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    var err = command.getErr();
    say(command, String.valueOf(error.getMessage()));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(error, err)) {
      command.usage(err, command.getColorScheme());
    }
    return USAGE_ERROR;
  }

  /** A message may hold what somebody typed, or what a server said. */
  private static void say(CommandLine command, String message) {
    message
        .lines()
        .map(Plain::line)
        .forEach(line -> command.getErr().println(command.getColorScheme().errorText(line)));
  }
}
