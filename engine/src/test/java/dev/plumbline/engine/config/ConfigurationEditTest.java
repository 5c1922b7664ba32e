package dev.plumbline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.ignore.IgnoreRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationEditTest {

  private static final String LINE =
      "{address: \"aws_x.y\", stack: \"freeside\", reason: \"tests\", owner: \"@ana\", expires:"
          + " \"2027-01-31\"}";

  static final List<String> good = Examples.GOOD;

  private static IgnoreRule rule(String address, String reason) {
    return new IgnoreRule(
        new Glob(address),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reason,
        "@ana",
        Optional.of(LocalDate.of(2027, 1, 31)),
        Optional.of(new Glob("freeside")));
  }

  private static String edited(String yaml) throws ConfigurationException {
    return ConfigurationEdit.withIgnore(yaml, rule("aws_x.y", "tests"), "test.yaml").orElseThrow();
  }

  @ParameterizedTest
  @FieldSource("good")
  void whatever_the_document_it_says_the_same_and_the_rule(String yaml) throws Exception {
    Configuration after = Configuration.parse(edited(yaml), "after");
    Configuration before = Configuration.parse(yaml, "before");

    assertThat(after.ignore()).hasSize(before.ignore().size() + 1);
    assertThat(after.ignore()).contains(rule("aws_x.y", "tests")).containsAll(before.ignore());
    assertThat(after.withIgnore(before.ignore())).isEqualTo(before);
  }

  @Test
  void comments_and_form_stay() throws Exception {
    String yaml =
        """
        # what we run
        version: 1
        ignore: # what we leave alone

            # autoscaling
            - address: "aws_ecs_service.*"   # all of them
              reason: >-
                moved
                all day
              owner: '@platform'
        # severities
        severity: []
        """;
    assertThat(edited(yaml))
        .isEqualTo(yaml.replace("leave alone\n", "leave alone\n    - " + LINE + "\n"));
  }

  @Test
  void a_list_at_its_keys_own_depth_stays_there() throws Exception {
    assertThat(edited("version: 1\nignore:\n- {type: a, reason: r, owner: o}\n"))
        .isEqualTo("version: 1\nignore:\n- " + LINE + "\n- {type: a, reason: r, owner: o}\n");
  }

  @Test
  void a_list_in_brackets_stays_one() throws Exception {
    assertThat(edited("version: 1\nignore: []\n"))
        .isEqualTo("version: 1\nignore: [" + LINE + "]\n");
    assertThat(edited("# \ud83d\ude00\nignore: [ {type: a, reason: r, owner: o} ]\nversion: 1"))
        .isEqualTo(
            "# \ud83d\ude00\nignore: [" + LINE + ",  {type: a, reason: r, owner: o} ]\nversion: 1");
  }

  @Test
  void without_a_list_there_is_one_at_the_end() throws Exception {
    assertThat(edited("version: 1")).isEqualTo("version: 1\nignore:\n  - " + LINE + "\n");
    assertThat(edited("version: 1\r\n")).isEqualTo("version: 1\r\nignore:\r\n  - " + LINE + "\r\n");
  }

  @Test
  void a_rule_that_is_there_is_not_put_there_again() throws Exception {
    assertThat(
            ConfigurationEdit.withIgnore(
                edited("version: 1\n"), rule("aws_x.y", "tests"), "test.yaml"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{version: 1}",
        "version: 1\n...\n",
        "version: 1\n? ignore\n: - {type: a, reason: r, owner: o}\n",
        "version: 1\nignore: &rules\n  [{type: a, reason: r, owner: o}\n"
      })
  void what_cannot_be_changed_alone_is_refused(String yaml) {
    assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> edited(yaml));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\", owner: \"@eve\"}",
        "a\\",
        "a # b",
        "'a': {b}",
        "*a &b !c %d |e >f",
        "no",
        "2027-01-31",
        "\ufeff\u202e\u0007\u001b",
        "\ud83d\ude00 \u00e9",
        "${x} $(y) `z`"
      })
  void values_are_data(String text) throws Exception {
    String yaml =
        ConfigurationEdit.withIgnore("version: 1\n", rule("a" + text + "a", text), "test.yaml")
            .orElseThrow();

    assertThat(Configuration.parse(yaml, "after").ignore())
        .containsExactly(rule("a" + text + "a", text));
    assertThat(yaml.lines()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void any_text_of_one_line_survives(long seed) throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String yaml = "version: 1\n";
    for (int i = 0; i < 30; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int j = 0; j < 30; j++) {
        int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x11000);
        text.appendCodePoint(
            point == '\n' || point == '\r' || Character.getType(point) == Character.SURROGATE
                ? 'y'
                : point);
      }
      IgnoreRule rule = rule("a.b", text.toString());
      yaml = ConfigurationEdit.withIgnore(yaml, rule, "t").orElseThrow();
      assertThat(Configuration.parse(yaml, "after").ignore()).as("seed %d", seed).contains(rule);
    }
  }

  @Test
  void an_address_of_two_lines_is_refused() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () -> ConfigurationEdit.withIgnore("version: 1\n", rule("a\u2028b", "tests"), "t"));
  }
}
