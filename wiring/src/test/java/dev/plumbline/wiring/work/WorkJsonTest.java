package dev.plumbline.wiring.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Remediations;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkJsonTest {

  private static final String HOSTILE = "a\"b\\c\n\u0000\u202e</x>`$(id)` \ud83d\ude00 \u2028";
  private static final Actor ANA = new Actor(Actor.Realm.SLACK, HOSTILE);
  private static final Origin COMMENT =
      new Origin.Comment("acme/infra", Integer.MAX_VALUE, Long.MAX_VALUE);

  static final List<Work> every =
      List.of(
          new Work.Rescan("scan", HOSTILE, ANA, COMMENT),
          new Work.Scan(
              "scan", new LinkedHashSet<>(List.of("b", HOSTILE)), true, ANA, new Origin.Api("r-1")),
          new Work.Ask(
              new Remediations.Request(
                  HOSTILE, Answer.ACCEPT, Set.of("a", HOSTILE), true, false, ANA, COMMENT)),
          new Work.Ask(
              new Remediations.Request(
                  "s", Answer.REVERT, Set.of(), false, true, ANA, new Origin.Api())),
          new Work.Approve("t", Optional.of(HOSTILE), ANA, new Origin.Slack(HOSTILE, HOSTILE)),
          new Work.Approve("t", Optional.empty(), ANA, new Origin.Terminal()),
          new Work.Reject("t", Optional.of("s"), HOSTILE, ANA, new Origin.Policy()),
          new Work.Ignore(
              "s", HOSTILE, Optional.of(HOSTILE), LocalDate.of(2027, 1, 31), HOSTILE, ANA, COMMENT),
          new Work.Ignore("s", "a", Optional.empty(), LocalDate.of(2027, 1, 31), "b", ANA, COMMENT),
          new Work.Status("s", ANA, COMMENT),
          new Work.Help(HOSTILE, ANA, COMMENT),
          new Work.Proceed(HOSTILE));

  private final WorkJson json = new WorkJson();

  @ParameterizedTest
  @FieldSource("every")
  void what_was_written_is_read_back(Work work) throws WorkFormatException {
    WorkJson.Message message = new WorkJson.Message(HOSTILE, work);

    assertThat(json.read(json.write(message))).isEqualTo(message);
  }

  @Test
  void every_kind_is_tried() {
    assertThat(every.stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Work.class.getPermittedSubclasses());
    assertThat(Stream.of(Origin.class.getPermittedSubclasses()).map(Class::getSimpleName))
        .allSatisfy(
            kind ->
                assertThat(every)
                    .anySatisfy(
                        work ->
                            assertThat(json.write(new WorkJson.Message("o", work)))
                                .containsIgnoringCase("{\"kind\":\"" + kind)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no",
        "[]",
        "{}",
        "{\"once\":\"o\"}",
        "{\"once\":1,\"work\":{\"kind\":\"proceed\",\"remediation\":\"r\"}}",
        "{\"once\":\"o\",\"work\":{\"kind\":\"proceed\"}}",
        "{\"once\":\"o\",\"work\":{\"kind\":\"destroy\",\"by\":{\"realm\":\"GITHUB\",\"id\":\"a\"},\"origin\":{\"kind\":\"api\"}}}",
        "{\"once\":\"o\",\"work\":{\"kind\":\"status\",\"stack\":\"s\",\"by\":{\"realm\":\"ROOT\",\"id\":\"a\"},\"origin\":{\"kind\":\"api\"}}}",
        "{\"once\":\"o\",\"work\":{\"kind\":\"status\",\"stack\":\"s\",\"by\":{\"realm\":\"AWS\",\"id\":\"a\"},\"origin\":{\"kind\":\"x\"}}}"
      })
  void what_is_no_work_is_refused(String text) {
    assertThatExceptionOfType(WorkFormatException.class).isThrownBy(() -> json.read(text));
  }
}
