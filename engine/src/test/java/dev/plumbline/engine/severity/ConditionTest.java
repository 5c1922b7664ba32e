package dev.plumbline.engine.severity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  private static final StackFacts STACK = new StackFacts("freeside", "production");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "resource.cause.via == \"console\", true",
        "resource.cause.principal.endsWith(\"/ana\"), true",
        "resource.cause.event.startsWith(\"Authorize\") && change.path == \"ingress\", true",
        "resource.cause.principal.endsWith(\"/deploy\"), false",
        "resource.type == \"aws_security_group\" && stack.environment == \"production\", true",
        "change.actual[7] == \"no such element\", false"
      })
  void a_condition_sees_the_resource_its_cause_and_its_change(String expression, boolean holds) {
    ResourceReport resource =
        resource("ingress").withCause(new Cause("u/ana", "AuthorizeX", Instant.EPOCH, "console"));

    assertThat(Condition.of(expression).holds(STACK, resource)).isEqualTo(holds);
  }

  @Test
  void where_the_cause_is_not_known_it_is_empty() {
    assertThat(Condition.of("resource.cause.principal == \"\"").holds(STACK, resource("ingress")))
        .isTrue();
  }

  @Test
  void it_has_to_hold_for_every_change() {
    Condition ingress = Condition.of("change.path == \"ingress\"");

    assertThat(ingress.holds(STACK, resource("ingress"))).isTrue();
    assertThat(ingress.holds(STACK, resource("ingress", "tags"))).isFalse();
  }

  @Test
  void a_field_that_no_cause_has_is_a_mistake() {
    assertThat(Condition.mistakes("resource.cause.who == \"ana\""))
        .containsExactly("resource.cause has no who, only event, principal, via");
  }

  @Test
  void a_severity_rule_does_not_see_the_cause() {
    assertThat(SeverityPolicy.mistakes("resource.cause.via == \"console\"")).isNotEmpty();
  }

  private static ResourceReport resource(String... paths) {
    return new ResourceReport(
        "aws_security_group.web",
        "aws_security_group",
        "sg-1",
        "111122223333",
        "us-east-1",
        Status.DRIFTED,
        Optional.empty(),
        Stream.of(paths)
            .map(path -> new Change(path, Value.none(), Value.of("x"), false, List.of()))
            .toList(),
        "");
  }
}
