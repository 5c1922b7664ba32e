package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

/** What cdk-nag finds, and why the rest is as it is. */
class NagTest {

  @Test
  void every_finding_is_mended_or_has_its_reason() {
    App app = new App(AppProps.builder().analyticsReporting(false).build());
    new PlumblineStack(
        app, Assemblies.deployment(Assemblies.EVERY_SETTING), ReaderPermissions.bundled());
    new ReaderTemplate(app, ReaderPermissions.bundled());
    new ForwarderTemplate(app);
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
    List<Stack> stacks =
        app.getNode().findAll().stream()
            .filter(Stack.class::isInstance)
            .map(Stack.class::cast)
            .toList();
    assertThat(stacks).hasSize(6);
    stacks.forEach(stack -> NagSuppressions.addStackSuppressions(stack, NagReasons.all()));

    app.synth();

    // What is found in a nested stack is kept with the one around it.
    for (Stack stack : stacks.stream().filter(stack -> !stack.getNested()).toList()) {
      Annotations found = Annotations.fromStack(stack);
      found.hasNoError("*", Match.stringLikeRegexp("AwsSolutions.*"));
      found.hasNoWarning("*", Match.stringLikeRegexp("AwsSolutions.*"));
    }
  }
}
