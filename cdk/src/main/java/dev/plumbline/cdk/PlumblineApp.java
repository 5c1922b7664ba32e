package dev.plumbline.cdk;

import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * The CDK app: reads the deployment's configuration and synthesises its stack, and beside it the
 * templates that other accounts deploy.
 */
public final class PlumblineApp {

  private static final String DEFAULT_FILE = "deployment.json";

  /** The folder, within the assembly, of what other accounts deploy. */
  static final String ACCOUNTS = "accounts";

  private PlumblineApp() {}

  /**
   * Writes the cloud assembly to where the CDK command line says, or to {@code CDK_OUTDIR}. Exits
   * with 1 and one plain message when the configuration cannot be used.
   */
  public static void main(String[] arguments) {
    try {
      App app = new App(AppProps.builder().analyticsReporting(false).build());
      Deployment deployment = deploymentOf(app);
      synthesise(app, deployment);
    } catch (InvalidDeployment e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Writes all templates, and returns the folder they are in. */
  static Path synthesise(App app, Deployment deployment) {
    ReaderPermissions readers = ReaderPermissions.bundled();
    new PlumblineStack(app, deployment, readers);
    Path assembly = Path.of(app.synth().getDirectory());
    // An app of its own: the command line is to deploy one stack, and never this one.
    App accounts = newApp(assembly.resolve(ACCOUNTS).toString());
    new ReaderTemplate(accounts, readers);
    new ForwarderTemplate(accounts);
    accounts.synth();
    return assembly;
  }

  private static App newApp(String folder) {
    return new App(AppProps.builder().analyticsReporting(false).outdir(folder).build());
  }

  /** From the file that {@code -c deployment=FILE} names, else from {@code deployment.json}. */
  private static Deployment deploymentOf(App app) {
    Optional<Path> named =
        Optional.ofNullable(app.getNode().tryGetContext("deployment"))
            .map(name -> Path.of(name.toString()));
    return named
        .map(DeploymentFile::read)
        .orElseGet(() -> DeploymentFile.readIfPresent(Path.of(DEFAULT_FILE)));
  }
}
