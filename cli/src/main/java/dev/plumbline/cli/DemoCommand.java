package dev.plumbline.cli;

import dev.plumbline.cli.demo.DemoAccount;
import dev.plumbline.cli.demo.DemoEstate;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorException;
import dev.plumbline.cli.demo.EmulatorKind;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.publish.github.GitHubIssues;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.render.RenderOptions;
import dev.plumbline.publish.render.TextReport;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.ScanOptions;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * {@code plumbline demo}: an emulated account, eight changes behind Terraform's back, and what a
 * user would see.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Builds an example estate in an emulated AWS account, changes eight things behind Terraform's back",
      "and shows what Plumbline says. Needs no Terraform, no account and no credentials."
    })
final class DemoCommand implements Callable<Integer> {

  private static final String REGION = "us-east-1";
  private static final int WIDTH = 100;

  @Option(
      names = "--emulator",
      paramLabel = "KIND",
      description = "Emulator: ${COMPLETION-CANDIDATES}. Default: moto; localstack needs Docker.")
  private EmulatorKind kind = EmulatorKind.MOTO;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    say("Starting an emulated AWS account …");
    try (Emulator emulator = kind.start(this::say);
        DemoAccount account = build(emulator)) {
      List<String> changes = account.changeBehindTerraform();
      out.println("Behind Terraform's back, somebody");
      changes.forEach(change -> out.println("  - " + change));
      account.refused().forEach(refused -> say("The emulator does not do this: " + refused));
      say("Scanning " + account.stateUri() + " …");
      Report report = scan(account);
      out.println();
      out.println("$ plumbline scan %s --unmanaged".formatted(account.stateUri()));
      out.println();
      new TextReport()
          .render(report, new RenderOptions(false, OutputOptions.terminal(), WIDTH), out);
      issue(report, out);
    } catch (EmulatorException failed) {
      throw new UserException(String.valueOf(failed.getMessage()), failed);
    }
    out.println(
        "Next: ./plumbline scan YOUR.tfstate, or s3://bucket/key with your own AWS credentials.");
    out.println("It only reads. ./plumbline types lists what it reads; docs/ tells the rest.");
    out.flush();
    return 0;
  }

  private DemoAccount build(Emulator emulator) throws EmulatorException {
    say("Building the example estate …");
    return DemoEstate.build(emulator);
  }

  /** What a user would write in plumbline.yaml. */
  private static Configuration configuration(DemoAccount account) throws UserException {
    try {
      return Configuration.parse(
          "version: 1\nstacks: [{name: teashop-production, environment: production, state: '%s'}]"
              .formatted(account.stateUri()),
          "the demo's configuration");
    } catch (ConfigurationException wrong) {
      throw new UserException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static Report scan(DemoAccount account) throws UserException {
    Configuration configuration = configuration(account);
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create(Emulator.ACCOUNT, "demo"));
    Connection aws = new Connection(credentials, REGION, Optional.of(account.endpoint()));
    ScanOptions options =
        new ScanOptions(Set.of(), List.of(), List.of(), true, Duration.ZERO, Duration.ofMinutes(2));
    try (Wiring wiring = new Wiring(aws, configuration)) {
      StackPlans plans = new StackPlans(wiring.states(), REGION, options);
      return wiring.scan(
          plans.ofStates(List.of(account.stateUri()), configuration), LocalKey.read(), _ -> {});
    }
  }

  private static void issue(Report report, PrintWriter out) {
    for (Outcome.Result issue :
        GitHubIssues.preview(report, new MarkerKey(LocalKey.read())).results()) {
      out.println();
      out.println("The GitHub issue it would open: " + issue.title());
      out.println();
      issue.body().lines().map("  │ "::concat).forEach(out::println);
      out.println();
    }
  }

  private void say(String what) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(what);
    err.flush();
  }
}
