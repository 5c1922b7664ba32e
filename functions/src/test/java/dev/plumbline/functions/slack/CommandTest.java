package dev.plumbline.functions.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandTest {

  @Test
  void without_words_it_asks_for_help() {
    assertThat(Command.parse("  ")).isEqualTo(new Command("help", List.of(), Set.of()));
  }

  @Test
  void words_are_parted_by_white_space_and_the_verb_is_in_any_case() {
    assertThat(Command.parse("Revert  shop\taws_x.a"))
        .isEqualTo(new Command("revert", List.of("shop", "aws_x.a"), Set.of()));
  }

  @Test
  void quotes_keep_a_name_together_and_an_address_its_key() {
    assertThat(Command.parse("accept “my shop” aws_x.a[“b c”] \"aws_x.b[\"d\"]\"").words())
        .containsExactly("my shop", "aws_x.a[\"b c\"]", "aws_x.b[\"d\"]");
  }

  @Test
  void a_quote_that_is_not_closed_swallows_nothing() {
    assertThat(Command.parse("status \"my shop").words()).containsExactly("\"my shop");
  }

  @Test
  void options_may_have_the_long_dash_of_slacks_clients() {
    assertThat(Command.parse("revert shop —dry-run --include-changes aws_x.a-b"))
        .isEqualTo(
            new Command(
                "revert", List.of("shop", "aws_x.a-b"), Set.of("dry-run", "include-changes")));
  }

  @Test
  void slacks_entities_are_what_they_stand_for_once() {
    assertThat(Command.parse("status a&lt;b&gt;&amp;lt;").words()).containsExactly("a<b>&lt;");
  }
}
