package dev.plumbline.cli;

import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.warmup.WarmUpCommand;
import dev.plumbline.publish.escape.Plain;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
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
    synopsisSubcommandLabel = "COMMAND")
public final class Plumbline implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Plumbline.class);

  private static final int USAGE_ERROR = 1;

  /** By name, in the order in which help lists them. */
  private static final SequencedMap<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("scan", ScanCommand.class);
    COMMANDS.put("types", TypesCommand.class);
    COMMANDS.put("permissions", PermissionsCommand.class);
    COMMANDS.put("render", RenderCommand.class);
    COMMANDS.put("ignores", IgnoresCommand.class);
    COMMANDS.put("stacks", StacksCommand.class);
    COMMANDS.put("history", HistoryCommand.class);
    COMMANDS.put("remediations", RemediationsCommand.class);
    COMMANDS.put("remediate", RemediateCommand.class);
    COMMANDS.put("approve", ApproveCommand.class);
    COMMANDS.put("reject", RejectCommand.class);
    COMMANDS.put("doctor", DoctorCommand.class);
    COMMANDS.put("demo", DemoCommand.class);
    COMMANDS.put("warm-up", WarmUpCommand.class);
    COMMANDS.put("generate-completion", AutoComplete.GenerateCompletion.class);
  }

  /** Describes the others. */
  private static final String COMPLETION = "generate-completion";

  @Spec private CommandSpec spec;

  Plumbline() {
    spec = CommandSpec.create();
  }

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(with(asked(args)).execute(args));
  }

  /** The command with all its subcommands. */
  public static CommandLine commandLine() {
    return with(COMMANDS);
  }

  /** To describe what is not asked for takes a while. */
  static Map<String, Class<?>> asked(String... args) {
    Class<?> command = args.length == 0 ? null : COMMANDS.get(args[0]);
    return command == null || args[0].equals(COMPLETION) ? COMMANDS : Map.of(args[0], command);
  }

  private static CommandLine with(Map<String, Class<?>> commands) {
    CommandLine line = new CommandLine(new Plumbline());
    commands.forEach(line::addSubcommand);
    return line.setExpandAtFiles(false)
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
