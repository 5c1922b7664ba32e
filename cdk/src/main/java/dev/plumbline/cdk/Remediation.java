package dev.plumbline.cdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/**
 * What runs the code of the stacks that may be remediated: two projects and two roles for each. It
 * is deployed only where such a stack is configured.
 */
final class Remediation extends NestedStack {

  Remediation(Construct scope, Deployment deployment, PlanBucket plans, String tableArn) {
    super(scope, "Remediation");
    RemediationSettings settings = deployment.remediation();
    Runner runner = new Runner(deployment, script(settings.runner()), plans, tableArn);
    for (RemediationSettings.RemediatedStack stack : settings.stacks()) {
      for (RunnerKind kind : RunnerKind.values()) {
        new RunnerProject(this, runner, kind, stack);
      }
    }
  }

  /**
   * What all projects share.
   *
   * @param script the folder of {@code plumbline-run}
   * @param tableArn where approvals are, which no run may write
   */
  record Runner(Deployment deployment, Asset script, PlanBucket plans, String tableArn) {

    RemediationSettings settings() {
      return deployment.remediation();
    }
  }

  private Asset script(String folder) {
    if (!Files.exists(Path.of(folder, "plumbline-run"))) {
      throw new InvalidDeployment(
          "remediation.runner", List.of("%s holds no plumbline-run".formatted(folder)));
    }
    return Asset.Builder.create(this, "Script").path(folder).build();
  }
}
