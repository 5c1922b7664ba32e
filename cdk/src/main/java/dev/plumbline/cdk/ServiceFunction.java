package dev.plumbline.cdk;

import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * One function with all that belongs to it: a role of its own, its log group, its settings, the
 * alias by which it is invoked, and its alarms.
 */
final class ServiceFunction extends Construct {

  /** Roles that read other accounts are told by their path. */
  static final String ROLE_PATH = "/plumbline/";

  private static final String HANDLER = "dev.plumbline.functions.%s::handleRequest";

  /**
   * The JDK's HTTP client keeps 5 idle connections to a host unless told otherwise, and a scan
   * reads on many threads at once.
   */
  private static final String JVM_OPTIONS =
      "-Dhttp.maxConnections=64 --enable-native-access=ALL-UNNAMED";

  private final Function function;
  private final Rights rights;
  private final Alias live;

  ServiceFunction(Construct scope, Platform platform, Spec spec) {
    super(scope, spec.name());
    Deployment deployment = platform.deployment();
    rights = new Rights(role(spec));
    LogGroup logs = LogRetention.group(this, "Logs", deployment);
    logs.grantWrite(rights.role());
    function = function(platform, spec, logs);
    if (function.getNode().getDefaultChild() instanceof CfnFunction resource) {
      // The same in every deployment, so that samconfig.toml can name it.
      resource.overrideLogicalId(spec.name());
    }
    platform.environment().forEach(function::addEnvironment);
    function.addEnvironment("JAVA_TOOL_OPTIONS", JVM_OPTIONS);
    // A snapshot is of a version; what is invoked is the alias, so that it is always the newest.
    live =
        Alias.Builder.create(this, "Live")
            .aliasName("live")
            .version(function.getCurrentVersion())
            .build();
    watch(spec, new Alarms(platform.alerts().topic()));
  }

  /**
   * What a function is.
   *
   * @param name of its class in {@code dev.plumbline.functions}
   */
  record Spec(String name, String description, int memoryMiB, Duration timeout) {}

  /** What is invoked. */
  Alias live() {
    return live;
  }

  Function function() {
    return function;
  }

  Rights rights() {
    return rights;
  }

  void set(String variable, String value) {
    function.addEnvironment(variable, value);
  }

  private Role role(Spec spec) {
    return Role.Builder.create(this, "Role")
        .description("Plumbline's " + spec.name() + ": " + spec.description())
        .path(ROLE_PATH)
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .build();
  }

  private Function function(Platform platform, Spec spec, LogGroup logs) {
    Deployment.FunctionSettings settings = platform.deployment().function();
    Function.Builder builder =
        Function.Builder.create(this, "Function")
            .description(spec.description())
            .runtime(Runtime.JAVA_25)
            .architecture(
                settings.architecture().equals("arm64") ? Architecture.ARM_64 : Architecture.X86_64)
            .handler(HANDLER.formatted(spec.name()))
            .code(FunctionZip.code(settings.zip()))
            .memorySize(spec.memoryMiB())
            .timeout(spec.timeout())
            .role(rights.role())
            .logGroup(logs);
    if (settings.snapStart()) {
      builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
    }
    Function built = builder.build();
    Annotations.of(built)
        .acknowledgeWarning(
            "@aws-cdk/aws-lambda:snapStartRequirePublish",
            "The alias leads to a published version.");
    return built;
  }

  private void watch(Spec spec, Alarms alarms) {
    MetricOptions sum = MetricOptions.builder().period(Alarms.PERIOD).statistic("Sum").build();
    MetricOptions most = MetricOptions.builder().period(Alarms.PERIOD).statistic("Maximum").build();
    alarms.atLeast(this, Alarms.Kind.ERRORS, function.metricErrors(sum), 1);
    long milliseconds = spec.timeout().toMilliseconds().longValue();
    alarms.atLeast(
        this, Alarms.Kind.DURATION, function.metricDuration(most), milliseconds * 9 / 10);
    alarms.atLeast(this, Alarms.Kind.THROTTLES, function.metricThrottles(sum), 1);
  }
}
