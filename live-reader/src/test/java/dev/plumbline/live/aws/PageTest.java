package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PageTest {

  @Test
  void every_page_is_asked_for_until_one_names_no_next() {
    assertThat(
            Page.all(
                next ->
                    next == null
                        ? new Page<>(List.of(1, 2), "more")
                        : new Page<>(List.of(next.length()), null)))
        .containsExactly(1, 2, 4);
  }

  @Test
  void an_empty_token_ends_it_too() {
    assertThat(Page.all(_ -> new Page<>(List.of("only"), ""))).containsExactly("only");
  }
}
