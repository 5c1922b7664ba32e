package dev.plumbline.cdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.constructs.Construct;

/** The function that scans: one stack of a run, or what somebody invokes it for. */
final class ScanFunction {

  static final String NAME = "ScanFunction";

  private final ServiceFunction function;

  ScanFunction(Construct scope, Platform platform) {
    Deployment.FunctionSettings settings = platform.deployment().function();
    function =
        new ServiceFunction(
            scope,
            platform,
            new ServiceFunction.Spec(
                NAME,
                "compares every stack's recorded state with what is live",
                settings.memoryMiB(),
                Duration.minutes(settings.timeoutMinutes())));
    Scanning.equip(function, platform);
    new Grants(platform, function.rights()).keepSlices();
    if (platform.remediation().isOn()) {
      // What a rule answers by itself begins with a plan.
      Scanning.mayPlan(function, platform);
      new Grants(platform, function.rights()).run(platform.remediation().planProjects());
    }
    function
        .live()
        .configureAsyncInvoke(
            EventInvokeConfigOptions.builder()
                // A scan that failed is worth one more try; what then fails is kept and announced.
                .retryAttempts(1)
                .onFailure(new SqsDestination(platform.deadLetters()))
                .build());
  }

  ServiceFunction function() {
    return function;
  }
}
