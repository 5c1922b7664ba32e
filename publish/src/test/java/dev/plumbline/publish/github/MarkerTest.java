package dev.plumbline.publish.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkerTest {

  private final MarkerKey key = new MarkerKey(new byte[32]);
  private final Marker marker =
      new Marker(
          Marker.Kind.STACK,
          "prod --> <!-- ü",
          Memory.of("sha256:abc", new TreeSet<>(Set.of("a-_1", "b"))));

  @Test
  void what_is_written_is_found_again() {
    assertThat(Marker.parse(marker.lines(key) + "text", key)).contains(marker);
    assertThat(marker.lines(key).lines()).allMatch(line -> line.matches("<!-- [^<>]* -->"));
  }

  @Test
  void another_key_finds_nothing() {
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(Marker.parse(marker.lines(key), new MarkerKey(other))).isEmpty();
  }

  @Test
  void a_marker_of_another_stack_is_not_taken() {
    String forged =
        marker.lines(key).replace("stack=" + Marker.encoded(marker.stack()), "stack=cHJvZA");
    assertThat(Marker.parse(forged, key)).isEmpty();
    assertThat(Marker.isClaimed(forged)).isTrue();
  }

  @Test
  void a_stack_cannot_pass_for_the_summary() {
    String stack = new Marker(Marker.Kind.STACK, "", Memory.unknown()).lines(key);
    assertThat(Marker.parse(stack.replace("v1 stack=", "v1 summary="), key)).isEmpty();
  }

  @Test
  void a_memory_that_was_tampered_with_is_forgotten() {
    String forged = marker.lines(key).replace("was=a-_1.b", "was=-");
    assertThat(Marker.parse(forged, key).orElseThrow().memory()).isEqualTo(Memory.unknown());
  }

  @Test
  void a_long_name_is_marked_by_the_hash_that_issues_hold_already() {
    assertThat(Marker.identity("ü".repeat(200))).isEqualTo("ü".repeat(200));
    assertThat(Marker.identity("ü".repeat(201)))
        .isEqualTo("sha256:55fbe01b02984c6811f9e54db8e96d9f801b4767a4b02b98e0024b1f2f2a0fb4");
  }

  @Test
  void too_much_to_remember_is_remembered_as_anything() {
    Set<String> many =
        IntStream.rangeClosed(0, Memory.MOST_ITEMS)
            .mapToObj(Integer::toString)
            .collect(Collectors.toSet());
    assertThat(Memory.of("f", many).token()).isEqualTo("*");
  }

  @Test
  void a_short_key_is_refused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new MarkerKey(new byte[8]));
  }
}
