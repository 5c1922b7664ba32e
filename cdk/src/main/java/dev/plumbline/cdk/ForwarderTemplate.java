package dev.plumbline.cdk;

import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.EventBusProps;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * What brings the changes of another account or region to the bus that the service listens to. A
 * template of its own, like that of the reader, so that StackSets can bring it everywhere; where
 * that bus itself is, it forwards nothing.
 */
final class ForwarderTemplate extends Stack {

  static final String NAME = "PlumblineForwarder";

  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  ForwarderTemplate(Construct scope) {
    super(
        scope,
        NAME,
        StackProps.builder()
            .description("Forwards CloudTrail's records of changes to Plumbline")
            .synthesizer(new BootstraplessSynthesizer())
            .build());
    CfnParameter bus =
        CfnParameter.Builder.create(this, "CentralBusArn")
            .type("String")
            .description("The default event bus of the account and region Plumbline is deployed in")
            .allowedPattern("arn:aws[\\w-]*:events:[\\w-]+:\\d{12}:event-bus/[\\w./-]+")
            .build();
    String arn = bus.getValueAsString();
    Rule rule =
        Rule.Builder.create(this, "Written")
            .description("Plumbline: forwards that somebody or something has changed something")
            // Of this account alone: what was forwarded to it is not forwarded again.
            .eventPattern(ChangePattern.of(Aws.ACCOUNT_ID))
            .targets(
                List.of(
                    new software.amazon.awscdk.services.events.targets.EventBus(
                        EventBus.fromEventBusArn(this, "Central", arn),
                        EventBusProps.builder().role(role()).build())))
            .build();
    CfnCondition elsewhere = elsewhere(arn);
    if (rule.getNode().getDefaultChild() instanceof CfnResource resource) {
      resource.getCfnOptions().setCondition(elsewhere);
    }
  }

  /** The target gives it the right to put events on that bus. */
  private Role role() {
    return Role.Builder.create(this, "Forwarder")
        .description("EventBridge puts Plumbline's events on its bus with it")
        .assumedBy(new ServicePrincipal("events.amazonaws.com"))
        .build();
  }

  private CfnCondition elsewhere(String bus) {
    return CfnCondition.Builder.create(this, "Elsewhere")
        .expression(
            Fn.conditionNot(
                Fn.conditionAnd(
                    Fn.conditionEquals(Fn.select(REGION, Fn.split(":", bus)), Aws.REGION),
                    Fn.conditionEquals(Fn.select(ACCOUNT, Fn.split(":", bus)), Aws.ACCOUNT_ID))))
        .build();
  }
}
