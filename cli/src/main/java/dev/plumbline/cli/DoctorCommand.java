package dev.plumbline.cli;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.wiring.AwsFailure;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.doctor.Checks;
import dev.plumbline.wiring.doctor.ConfigurationCheck;
import dev.plumbline.wiring.doctor.Deployed;
import dev.plumbline.wiring.doctor.Doctor;
import dev.plumbline.wiring.doctor.Examined;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code plumbline doctor}: what would keep scans, or a deployed service, from working. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Checks configuration and deployment, and says what to mend. Changes nothing.",
    footer = {
      "",
      "With GITHUB_TOKEN (GITHUB_ENTERPRISE_TOKEN where the API is not api.github.com) GitHub is",
      "asked for the webhooks that it has; the token has to be one that may read those.",
      "",
      "Exit codes: 0 all is well; 1 a usage error, or something does not work;",
      "3 it works, but something should be looked at or could not be found out."
    })
final class DoctorCommand implements Callable<Integer> {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The configuration. Default: the deployment's, else ./plumbline.yaml.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--deployment",
      paramLabel = "NAME",
      description = "Look at the deployed service too, by its CloudFormation stack's name.")
  private Optional<String> deployment = Optional.empty();

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Where GitHub's webhook is: the deployment's output WebhookUrl.")
  private Optional<URI> webhook = Optional.empty();

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Where scans are remembered. Default: the deployment's.")
  private Optional<String> table = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "How long all checks may take, which are made at once. Default: 60s.")
  private Duration timeout = Duration.ofSeconds(60);

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "Form of the findings: ${COMPLETION-CANDIDATES}. Default: text.")
  private DoctorText form = DoctorText.text;

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException {
    List<Doctor.Finding> findings = findings(connection.connection(Optional.empty()));
    PrintWriter out = spec.commandLine().getOut();
    form.print(findings, out);
    out.flush();
    return form.exitCode(findings).number();
  }

  private List<Doctor.Finding> findings(Connection aws) throws UserException {
    try (Checks finder = new Checks(aws, Optional.empty())) {
      Optional<Deployed> deployed = deployed(finder);
      DoctorSource source = new DoctorSource(config, deployed, finder.configurations());
      Optional<Configuration> configuration = usable(source);
      try (Checks checks = new Checks(aws, configuration);
          DoctorMemory memory = DoctorMemory.of(table, deployed, aws)) {
        return new Doctor(timeout)
            .examine(
                checks.of(
                    new Examined(
                        new ConfigurationCheck(source.origin(), source),
                        configuration,
                        deployed,
                        memory.stacks(),
                        webhook,
                        new GitHubTokens(System.getenv()))));
      }
    }
  }

  private Optional<Deployed> deployed(Checks finder) throws UserException {
    try {
      return deployment.map(finder::deployed);
    } catch (SdkException unlisted) {
      throw new UserException(
          "The deployment could not be looked for: %s. Allow lambda:ListFunctions, and check region and credentials."
              .formatted(AwsFailure.why(unlisted)),
          unlisted);
    }
  }

  /** What is wrong with it is told by its check. */
  private static Optional<Configuration> usable(DoctorSource source) {
    try {
      return Optional.of(source.read());
    } catch (SettingsException | ConfigurationException _) {
      return Optional.empty();
    }
  }
}
