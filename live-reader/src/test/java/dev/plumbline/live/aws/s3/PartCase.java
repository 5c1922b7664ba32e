package dev.plumbline.live.aws.s3;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Completeness;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.Value;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;

/** What the tests of the types that are a part of a bucket ask alike. */
final class PartCase {

  final FakeS3 s3 = new FakeS3();
  private final ResourceType type;
  private final Class<?> answer;

  PartCase(ResourceType type, Class<?> answer) {
    this.type = type;
    this.answer = answer;
  }

  Observation observe(Map<String, Value> attributes) {
    Map<String, Value> all = new HashMap<>(attributes);
    all.putIfAbsent("id", Value.of("files"));
    return FakeScope.observe(type, Map.of(S3Client.class, s3), recorded(type.name(), all))
        .getFirst();
  }

  /** What is found when S3 answers so; nothing of the type is left unanswered for. */
  Value.Mapping found(Object answer) {
    s3.answer(answer);
    Value.Mapping attributes = Completeness.found(observe(Map.of()));
    assertComplete(type.name(), attributes);
    assertThat(attributes.at("bucket")).isEqualTo(Value.of("files"));
    return attributes;
  }

  void assertGone(String code) {
    s3.error(answer, code);
    assertThat(observe(Map.of())).isInstanceOf(Observation.Gone.class);
  }

  void assertGoneWhenAnswered(Object empty) {
    s3.answer(empty);
    assertThat(observe(Map.of())).isInstanceOf(Observation.Gone.class);
  }

  void assertDeniedIsUnreadable() {
    s3.error(answer, "AccessDenied");
    assertThat(observe(Map.of()))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable ->
                assertThat(type.actions()).as("the action").contains(unreadable.action()));
  }

  /** The value at a path of names, each the only element of a list where it is one. */
  static Value at(Value value, String path) {
    Value at = value;
    for (String name : path.split("\\.")) {
      at = at.items().isEmpty() ? at.at(name) : at.items().getFirst().at(name);
    }
    return at;
  }
}
