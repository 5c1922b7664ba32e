package dev.plumbline.engine.scan;

import static dev.plumbline.engine.scan.Bench.found;
import static dev.plumbline.engine.scan.Bench.of;
import static dev.plumbline.engine.scan.Bench.specimen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.state.RecordedResource;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Law 3: a canary in every place a secret can be in is nowhere in the report. */
final class NoSecretLeavesTest {

  private static final String CANARY = "cAnArY-s3cr3t-9f8e7d";
  private static final String BEFORE = "bEf0rE-s3cr3t-1a2b3c";

  private final FakeObserve observe = new FakeObserve();
  private final Bench bench = new Bench(observe);

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          by the schema         | password | "%s"
          by the state's mark   | text     | "%s"
          marked, in a list     | list     | ["%s", "other"]
          marked, in a set      | set      | ["%s"]
          marked, in a map      | map      | {"harmless": "%s"}
          marked, in a block    | block    | [{"name": "%s"}]
          marked, in a document | document | "{\\"a\\": \\"%s\\"}"
          by its name in a map  | anything | {"DB_PASSWORD": "%s"}
          by its name in JSON   | policy   | "{\\"Statement\\": [], \\"password\\": \\"%s\\"}"
          by a name, in a tag   | tags_all | {"db-password": "%s"}
          by its form           | text     | "postgres://app:%s@db/main"
          """)
  void a_canary_is_nowhere_in_the_report(String why, String attribute, String value) {
    observe.answering(
        "aws_specimen.a", found("{\"%s\": %s}".formatted(attribute, value.replace("%s", CANARY))));
    List<String> marks = why.contains("mark") ? List.of(attribute) : List.of();
    StackReport report =
        bench.scan(
            marked(
                specimen("a", "{\"%s\": %s}".formatted(attribute, value.replace("%s", BEFORE))),
                marks));
    assertThat(strings(report))
        .as("%s, at %s", why, attribute)
        .noneMatch(text -> text.contains(CANARY) || text.contains(BEFORE));
    assertThat(of(report, "a").status()).isEqualTo(Status.DRIFTED);
    assertThat(of(report, "a").changes()).allMatch(Change::sensitive);
  }

  @Test
  void a_secret_of_one_resource_is_not_shown_in_the_text_of_another() {
    observe
        .answering("aws_specimen.b", found("{\"text\": \"connect with %s\"}".formatted(CANARY)))
        .answering("aws_specimen.c", new Observation.Gone("no such thing as " + CANARY))
        .answering("aws_specimen.d", new Observation.Unreadable("a:B", CANARY + " was refused"))
        .answering("aws_specimen.e", new Observation.Unsupported("no reader for " + CANARY))
        .noting("it said " + CANARY)
        .finding(new Unmanaged("aws_specimen", "id-" + CANARY, "123456789012", "us-east-1"));
    StackReport report =
        bench.scan(
            specimen("a", "{\"password\": \"%s\"}".formatted(CANARY)),
            specimen("b", "{\"text\": \"\", \"id\": \"%s\"}".formatted(CANARY)),
            specimen("c", "{}"),
            specimen("d", "{}"),
            specimen("e", "{}"));
    assertThat(report.summary().drifted()).isEqualTo(1);
    assertThat(strings(report)).noneMatch(text -> text.contains(CANARY));
  }

  @Test
  void a_secret_in_a_change_that_is_ignored_is_masked_as_well() {
    bench.ignoring(
        IgnoreRule.attribute(new Glob("*"), new Glob("password"), "rotated", "@platform"));
    observe.answering("aws_specimen.a", found("{\"password\": \"%s\"}".formatted(CANARY)));
    StackReport report = bench.scan(specimen("a", "{\"password\": \"%s\"}".formatted(BEFORE)));
    assertThat(of(report, "a").status()).isEqualTo(Status.IGNORED);
    assertThat(strings(report)).noneMatch(text -> text.contains(CANARY) || text.contains(BEFORE));
  }

  @Test
  void what_is_no_secret_is_shown() {
    observe.answering("aws_specimen.a", found("{\"text\": \"shown\"}"));
    StackReport report = bench.scan(specimen("a", "{\"text\": \"before\"}"));
    assertThat(strings(report)).contains("shown", "before");
  }

  private static RecordedResource marked(RecordedResource resource, List<String> paths) {
    return new RecordedResource(
        resource.address(),
        resource.provider(),
        resource.attributes(),
        paths,
        resource.identity(),
        resource.deposed(),
        resource.tainted(),
        resource.schemaVersion(),
        resource.dependencies());
  }

  /** Every text in it, however deep. */
  private static Stream<String> strings(Object part) {
    return switch (part) {
      case String text -> Stream.of(text);
      case Optional<?> optional -> optional.stream().flatMap(NoSecretLeavesTest::strings);
      case Iterable<?> items ->
          StreamSupport.stream(items.spliterator(), false).flatMap(NoSecretLeavesTest::strings);
      case Map<?, ?> map ->
          Stream.concat(map.keySet().stream(), map.values().stream())
              .flatMap(NoSecretLeavesTest::strings);
      case Record fields ->
          Stream.of(fields.getClass().getRecordComponents())
              .flatMap(component -> strings(read(fields, component)));
      default -> Stream.of(part.toString());
    };
  }

  private static Object read(Record fields, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(fields);
    } catch (ReflectiveOperationException hidden) {
      throw new LinkageError("a report's component cannot be read", hidden);
    }
  }
}
