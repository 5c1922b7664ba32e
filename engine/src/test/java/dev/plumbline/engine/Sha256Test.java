package dev.plumbline.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against values that were worked out elsewhere. */
class Sha256Test {

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void it_is_the_standards() {
    assertThat(Sha256.of("abc")).isEqualTo(ABC);
    assertThat(Sha256.of(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void bytes_in_parts_are_the_same_bytes() {
    assertThat(Sha256.of("abc".getBytes(UTF_8))).isEqualTo(ABC);
    assertThat(Sha256.of("a".getBytes(UTF_8), "bc".getBytes(UTF_8))).isEqualTo(ABC);
  }

  @Test
  void texts_that_are_told_apart_are_other_texts_where_they_part_elsewhere() {
    assertThat(Sha256.ofEach("a", "bc"))
        .isEqualTo("5310a58788781ab25d5ad7c3f85035824b4eb7bdfa394e0ac2186271472b5492")
        .isNotEqualTo(Sha256.ofEach("ab", "c"));
  }

  @Test
  void a_length_is_counted_in_bytes() {
    assertThat(Sha256.ofEach("ü"))
        .isEqualTo("0cd8850bfc4498db3b7be0bd6e149c345b8b9f798157e87e34583cb71b785dfe");
  }
}
