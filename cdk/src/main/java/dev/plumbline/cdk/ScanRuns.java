package dev.plumbline.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * The state machine that scans many stacks, each by an invocation of its own: an inventory, a
 * distributed map over it, a summary.
 */
final class ScanRuns extends Construct {

  /** Longer than ten thousand stacks take. */
  private static final Duration LONGEST = Duration.hours(24);

  /** A state machine's ends at 80 characters. */
  private static final int LONGEST_NAME = 72;

  private static final int MEMORY_MIB = 1024;
  private static final Duration TIMEOUT = Duration.minutes(15);

  private final Platform platform;
  private final Role role;
  private final StateMachine machine;

  ScanRuns(Construct scope, Platform platform, ServiceFunction scan) {
    super(scope, "ScanRun");
    this.platform = platform;
    role =
        Role.Builder.create(this, "Role")
            .description("Plumbline's runs over many stacks")
            .path(ServiceFunction.ROLE_PATH)
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .build();
    ServiceFunction inventory = inventory(scope);
    ServiceFunction summary = summary(scope);
    machine = machine(scan, inventory, summary);
    allow(List.of(scan, inventory, summary));
    watch(new Alarms(platform.alerts().topic()));
  }

  StateMachine machine() {
    return machine;
  }

  private ServiceFunction inventory(Construct scope) {
    ServiceFunction function = made(scope, "InventoryFunction", "looks which stacks there are");
    Grants grants = new Grants(platform, function.rights());
    grants.findStates();
    grants.readConfiguration();
    grants.keepRuns();
    return function;
  }

  private ServiceFunction summary(Construct scope) {
    ServiceFunction function = made(scope, "SummaryFunction", "says what became of a run");
    Scanning.publish(function, platform);
    new Grants(platform, function.rights()).keepRuns();
    return function;
  }

  private ServiceFunction made(Construct scope, String name, String what) {
    return new ServiceFunction(
        scope, platform, new ServiceFunction.Spec(name, what, MEMORY_MIB, TIMEOUT));
  }

  private StateMachine machine(
      ServiceFunction scan, ServiceFunction inventory, ServiceFunction summary) {
    Deployment.RunSettings settings = platform.deployment().runs();
    String definition =
        RunDefinition.with(
            Map.of(
                "Partition", Stack.of(this).getPartition(),
                "InventoryFunction", inventory.live().getFunctionArn(),
                "ScanFunction", scan.live().getFunctionArn(),
                "SummaryFunction", summary.live().getFunctionArn(),
                "Bucket", platform.storage().reports().bucket().getBucketName(),
                "ScansAtOnce", String.valueOf(platform.deployment().function().scansAtOnce()),
                "AlarmAfter", String.valueOf(settings.alarmAfter()),
                "ToleratedFailures", String.valueOf(settings.toleratedFailurePercentage())));
    return StateMachine.Builder.create(this, "Machine")
        .stateMachineName(name())
        .comment("Plumbline: scans many stacks")
        .stateMachineType(StateMachineType.STANDARD)
        .definitionBody(DefinitionBody.fromString(definition))
        .role(role)
        .timeout(LONGEST)
        .tracingEnabled(true)
        .logs(logs())
        .build();
  }

  /** Its role names it, and it needs its role: so it has a name from the start. */
  private String name() {
    String stack = platform.deployment().stackName();
    return stack.substring(0, Math.min(stack.length(), LONGEST_NAME)) + "-ScanRun";
  }

  /** What is handed from state to state names stacks and states; that stays out of the log. */
  private LogOptions logs() {
    LogGroup group =
        LogGroup.Builder.create(this, "Logs")
            .retention(
                LogRetention.of(platform.deployment().logRetentionDays())
                    .orElse(RetentionDays.THREE_MONTHS))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    return LogOptions.builder()
        .destination(group)
        .level(LogLevel.ALL)
        .includeExecutionData(false)
        .build();
  }

  private void allow(List<ServiceFunction> functions) {
    Rights rights = new Rights(role);
    rights.allow(
        "InvokeWhatItIsMadeOf",
        functions.stream().map(each -> each.live().getFunctionArn()).toList(),
        "lambda:InvokeFunction");
    String folder =
        "%s/%s*".formatted(platform.storage().reports().bucket().getBucketArn(), ReportBucket.RUNS);
    rights.allow(
        "ReadTheListAndKeepWhatBecameOfIt",
        List.of(folder),
        "s3:GetObject",
        "s3:PutObject",
        "s3:ListMultipartUploadParts",
        "s3:AbortMultipartUpload");
    rights.allow(
        "StartTheScanOfEachStack", List.of(arn("stateMachine", name())), "states:StartExecution");
    rights.allow(
        "FollowThem",
        List.of(arn("execution", name() + "/*")),
        "states:DescribeExecution",
        "states:StopExecution");
    rights.allow(
        "GoOnWithThem", List.of(arn("execution", name() + "/*")), "states:RedriveExecution");
  }

  private String arn(String resource, String name) {
    Stack stack = Stack.of(this);
    return "arn:%s:states:%s:%s:%s:%s"
        .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), resource, name);
  }

  private void watch(Alarms alarms) {
    alarms.atLeast(this, Alarms.Kind.RUN_FAILED, metric("ExecutionsFailed"), 1);
    alarms.atLeast(this, Alarms.Kind.RUN_TIMED_OUT, metric("ExecutionsTimedOut"), 1);
    alarms.atLeast(this, Alarms.Kind.RUN_ABORTED, metric("ExecutionsAborted"), 1);
  }

  private Metric metric(String name) {
    return machine.metric(
        name, MetricOptions.builder().period(Alarms.PERIOD).statistic("Sum").build());
  }
}
