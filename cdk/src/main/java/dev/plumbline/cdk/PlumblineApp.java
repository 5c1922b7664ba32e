package dev.plumbline.cdk;

import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** The CDK app: reads the deployment's configuration and synthesises its stack. */
public final class PlumblineApp {

  private static final String DEFAULT_FILE = "deployment.json";

  private PlumblineApp() {}

  /**
   * Writes the cloud assembly to where the CDK command line says, or to {@code CDK_OUTDIR}. Exits
   * with 1 and one plain message when the configuration cannot be used.
   */
  public static void main(String[] arguments) {
    try {
      App app = new App(AppProps.builder().analyticsReporting(false).build());
      Deployment deployment = deploymentOf(app);
      new DetectionStack(app, deployment, ReaderPermissions.bundled());
      app.synth();
    } catch (InvalidDeployment e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
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
