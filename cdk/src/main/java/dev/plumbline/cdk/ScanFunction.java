package dev.plumbline.cdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The function that scans, and its logs. */
final class ScanFunction extends Construct {

  /** The same in every deployment, so that {@code samconfig.toml} can name it. */
  static final String LOGICAL_ID = "ScanFunction";

  private static final String HANDLER = "dev.plumbline.functions.ScanFunction::handleRequest";

  /**
   * The JDK's HTTP client keeps 5 idle connections to a host unless told otherwise, and a scan
   * reads on many threads at once.
   */
  private static final String JVM_OPTIONS =
      "-Dhttp.maxConnections=64 --enable-native-access=ALL-UNNAMED";

  private final Function function;

  ScanFunction(
      Construct scope,
      Deployment deployment,
      Role role,
      Queue deadLetters,
      Map<String, String> environment) {
    super(scope, "Scan");
    Deployment.FunctionSettings settings = deployment.function();
    LogGroup logs = logs(deployment);
    logs.grantWrite(role);
    function =
        Function.Builder.create(this, "Function")
            .description("Compares every stack's recorded state with what is live")
            .runtime(Runtime.JAVA_25)
            .architecture(architecture(settings))
            .handler(HANDLER)
            .code(Code.fromAsset(existing(settings.zip())))
            .memorySize(settings.memoryMiB())
            .timeout(Duration.minutes(settings.timeoutMinutes()))
            .role(role)
            .logGroup(logs)
            // A scan that failed is worth one more try; what then fails is kept and announced.
            .retryAttempts(1)
            .onFailure(new SqsDestination(deadLetters))
            .environment(environment)
            .build();
    function.addEnvironment("JAVA_TOOL_OPTIONS", JVM_OPTIONS);
    if (function.getNode().getDefaultChild() instanceof CfnFunction resource) {
      resource.overrideLogicalId(LOGICAL_ID);
    }
  }

  Function function() {
    return function;
  }

  private LogGroup logs(Deployment deployment) {
    return LogGroup.Builder.create(this, "Logs")
        .retention(
            LogRetention.of(deployment.logRetentionDays()).orElse(RetentionDays.THREE_MONTHS))
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private static Architecture architecture(Deployment.FunctionSettings settings) {
    return settings.architecture().equals("arm64") ? Architecture.ARM_64 : Architecture.X86_64;
  }

  private static String existing(String zip) {
    if (!Files.exists(Path.of(zip))) {
      throw new InvalidDeployment(
          "function.zip",
          List.of(
              "%s does not exist; build it with ./build package at the root of the repository"
                  .formatted(zip)));
    }
    return zip;
  }
}
