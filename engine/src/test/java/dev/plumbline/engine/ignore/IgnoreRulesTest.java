package dev.plumbline.engine.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.ignore.IgnoreRules.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IgnoreRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Subject SERVICE =
      new Subject("prod", "aws_ecs_service.api", "aws_ecs_service", "arn:api");

  private static final IgnoreRule COUNT =
      IgnoreRule.attribute(
          new Glob("aws_ecs_service.*"), new Glob("desired_count"), "autoscaling", "@platform");

  @Test
  void a_rule_with_an_attribute_ignores_that_change_and_no_other() {
    IgnoreRules rules = IgnoreRules.of(List.of(COUNT), TODAY);

    assertThat(rules.match(SERVICE, "desired_count")).contains(COUNT);
    assertThat(rules.match(SERVICE, "task_definition")).isEmpty();
  }

  @Test
  void a_rule_with_an_attribute_never_hides_a_deletion() {
    assertThat(IgnoreRules.of(List.of(COUNT), TODAY).match(SERVICE)).isEmpty();
  }

  @Test
  void a_rule_without_an_attribute_ignores_the_whole_resource() {
    IgnoreRule whole = rule(Optional.empty(), Optional.empty());
    IgnoreRules rules = IgnoreRules.of(List.of(whole), TODAY);

    assertThat(rules.match(SERVICE)).contains(whole);
    assertThat(rules.match(SERVICE, "anything[0].at.all")).contains(whole);
  }

  @Test
  void a_rule_holds_on_its_last_day_and_not_after() {
    IgnoreRule rule = rule(Optional.of(TODAY), Optional.empty());

    assertThat(IgnoreRules.of(List.of(rule), TODAY).match(SERVICE)).contains(rule);
    IgnoreRules tomorrow = IgnoreRules.of(List.of(rule), TODAY.plusDays(1));
    assertThat(tomorrow.match(SERVICE)).isEmpty();
    assertThat(tomorrow.expired()).containsExactly(rule);
    assertThat(tomorrow.notes())
        .containsExactly(
            "The ignore rule \"aws_ecs_service.api\" of @me expired on 2026-11-21 and no longer"
                + " applies: renew or remove it.");
  }

  @Test
  void type_id_and_stack_all_have_to_fit() {
    IgnoreRule rule =
        new IgnoreRule(
            Glob.ANY,
            Optional.of(new Glob("aws_ecs_*")),
            Optional.empty(),
            Optional.of(new Glob("arn:*")),
            "r",
            "o",
            Optional.empty(),
            Optional.of(new Glob("prod")));
    IgnoreRules rules = IgnoreRules.of(List.of(rule), TODAY);

    assertThat(rules.match(SERVICE)).contains(rule);
    assertThat(rules.match(new Subject("test", "a.b", "aws_ecs_service", "arn:x"))).isEmpty();
    assertThat(rules.match(new Subject("prod", "a.b", "aws_vpc", "arn:x"))).isEmpty();
    assertThat(rules.match(new Subject("prod", "a.b", "aws_ecs_service", "x"))).isEmpty();
    assertThat(rule.explanation())
        .isEqualTo("ignored by rule type \"aws_ecs_*\" id \"arn:*\": r (owner o)");
  }

  @Test
  void the_first_rule_that_fits_is_named_and_the_others_are_unused() {
    IgnoreRule second = rule(Optional.empty(), Optional.of(new Glob("desired_count")));
    IgnoreRules rules = IgnoreRules.of(List.of(COUNT, second), TODAY);

    assertThat(rules.match(SERVICE, "desired_count")).contains(COUNT);
    assertThat(rules.unused(Set.of(COUNT))).containsExactly(second);
  }

  @Test
  void tags_are_ignored_by_key_and_by_prefix() {
    IgnoreTags tags = new IgnoreTags(List.of("Owner"), List.of("kubernetes.io/"));

    assertThat(tags.covers("Owner")).isTrue();
    assertThat(tags.covers("Owners")).isFalse();
    assertThat(tags.covers("kubernetes.io/cluster/a")).isTrue();
  }

  private static IgnoreRule rule(Optional<LocalDate> expires, Optional<Glob> attribute) {
    return new IgnoreRule(
        new Glob("aws_ecs_service.api"),
        Optional.empty(),
        attribute,
        Optional.empty(),
        "why",
        "@me",
        expires,
        Optional.empty());
  }
}
