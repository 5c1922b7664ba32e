package dev.plumbline.remediation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.config.RemediationPolicy.Guards;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Archives;
import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardingTest {

  private static final Remediation ALL = Requests.asked(Answer.REVERT);

  @Test
  void a_plan_that_updates_what_drifted_passes() {
    assertThat(refusals(Guards.NONE, ALL, Map.of("a.one", Step.UPDATE, "a.two", Step.CREATE)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DESTROY", "REPLACE", "FORGET"})
  void nothing_is_destroyed_replaced_or_forgotten(Step step) {
    assertThat(refusals(Guards.NONE, ALL, Map.of("a.one", step)))
        .singleElement()
        .asString()
        .contains("a.one", "guards.destroy");
  }

  @ParameterizedTest
  @EnumSource(names = {"DESTROY", "REPLACE", "FORGET"})
  void but_where_the_policy_names_the_address(Step step) {
    assertThat(refusals(destroying("a.o*"), ALL, Map.of("a.one", step))).isEmpty();
    assertThat(refusals(destroying("a.o*"), ALL, Map.of("a.two", step))).hasSize(1);
  }

  @Test
  void a_plan_that_also_does_what_did_not_drift_says_so() {
    assertThat(refusals(Guards.NONE, ALL, Map.of("a.one", Step.UPDATE, "a.new", Step.CREATE)))
        .singleElement()
        .asString()
        .contains("also rolls out unreleased changes: a.new", "--include-changes");
  }

  @Test
  void with_include_changes_it_may() {
    Remediation including = Requests.by(Requests.ANA, Answer.REVERT, true);

    assertThat(refusals(Guards.NONE, including, Map.of("a.new", Step.CREATE))).isEmpty();
    assertThat(refusals(Guards.NONE, including, Map.of("a.new", Step.DESTROY))).hasSize(1);
  }

  @Test
  void what_drifted_and_was_not_asked_for_is_not_touched() {
    assertThat(
            refusals(
                Guards.NONE, Requests.asked(Answer.REVERT, "a.one"), Map.of("a.two", Step.UPDATE)))
        .hasSize(1);
  }

  @Test
  void what_the_code_only_reads_is_no_change() {
    assertThat(refusals(atMost(1), ALL, Map.of("a.one", Step.UPDATE, "data.a.x", Step.READ)))
        .isEmpty();
  }

  @Test
  void no_more_resources_than_the_policy_allows() {
    Map<String, Step> two = Map.of("a.one", Step.UPDATE, "a.two", Step.UPDATE);

    assertThat(refusals(atMost(2), ALL, two)).isEmpty();
    assertThat(refusals(atMost(1), ALL, two)).singleElement().asString().contains("2", "allows 1");
  }

  @Test
  void more_than_five_hundred_are_too_many_whatever_the_policy_says() {
    TreeMap<String, Step> many = new TreeMap<>();
    for (int i = 0; i <= Guarding.MOST; i++) {
      many.put("a.n" + i, Step.UPDATE);
    }
    Remediation including = Requests.by(Requests.ANA, Answer.REVERT, true);

    assertThat(refusals(atMost(9_000), including, many)).hasSize(1);
    many.pollFirstEntry();
    assertThat(refusals(atMost(9_000), including, many)).isEmpty();
  }

  @Test
  void a_plan_made_after_somebody_else_applied_is_refused() {
    assertThat(Guarding.state(Requests.BASIS, 8, Archives.LINEAGE).orElseThrow())
        .contains("serial is 8, not 7");
    assertThat(Guarding.state(Requests.BASIS, 7, Archives.LINEAGE)).isEmpty();
  }

  @Test
  void a_plan_of_another_state_is_refused() {
    assertThat(Guarding.state(Requests.BASIS, 7, "other").orElseThrow()).contains("lineage");
  }

  @Test
  void what_a_plan_does_beyond_resources_is_refused() {
    assertThat(
            Guarding.refusals(
                Guards.NONE, ALL, new TreeMap<>(), 7, Archives.LINEAGE, List.of("invokes actions")))
        .containsExactly("The plan also invokes actions, which is not supported.");
  }

  @Test
  void outside_the_window_is_not_the_time() {
    Guards weekend = new Guards(Optional.empty(), Optional.of("Sat-Sun 09:00-17:00 UTC"));

    assertThat(Guarding.closed(weekend, Requests.NOON)).isPresent();
    assertThat(Guarding.closed(weekend, Requests.NOON.plusSeconds(3 * 86_400))).isEmpty();
    assertThat(Guarding.closed(Guards.NONE, Requests.NOON)).isEmpty();
  }

  @Test
  void many_addresses_are_named_in_part() {
    TreeMap<String, Step> many = new TreeMap<>();
    for (int i = 0; i < 500; i++) {
      many.put("a.n" + i, Step.CREATE);
    }

    assertThat(refusals(Guards.NONE, ALL, many).getFirst())
        .contains("and 480 more")
        .hasSizeLessThan(1_000);
  }

  private static Guards destroying(String glob) {
    return new Guards(
        Optional.empty(), Optional.empty(), List.of(new Glob(glob)), Optional.empty());
  }

  private static Guards atMost(int resources) {
    return new Guards(Optional.of(resources), Optional.empty());
  }

  private static List<String> refusals(
      Guards guards, Remediation remediation, Map<String, Step> actions) {
    return Guarding.refusals(
        guards, remediation, new TreeMap<>(actions), 7, Archives.LINEAGE, List.of());
  }
}
