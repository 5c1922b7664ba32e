package dev.plumbline.engine.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "aws_ecs_service.*        | aws_ecs_service.api            | true",
        "aws_ecs_service.*        | aws_ecs_service.api[0]         | true",
        "aws_ecs_service.api      | aws_ecs_service.api[0]         | false",
        "aws_subnet.a[*           | aws_subnet.a[\"x.y\"]          | true",
        "aws_subnet.a[0]          | aws_subnet.a0                  | false",
        "aws_subnet.a[0]          | aws_subnet.a[0]                | true",
        "module.*.aws_vpc.main    | module.a.module.b.aws_vpc.main | true",
        "*.aws_vpc.main           | aws_vpc.main                   | false",
        "*                        | anything.at[0].all             | true",
        "a?c                      | abc                            | false",
        "a*b*c                    | a-b-b-c                        | true",
      })
  void only_a_star_is_special(String pattern, String text, boolean matches) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "tags           | tags                     | true",
        "tags           | tags[\"Name\"]           | true",
        "tags           | tags_all[\"Name\"]       | false",
        "rule           | rule[0].filter.prefix    | true",
        "rule[0]        | rule[0].filter           | true",
        "rule[0]        | rule[1].filter           | false",
        "rule[*].filter | rule[1].filter[0].prefix | true",
        "rule[0].filter | rule                     | false",
      })
  void a_path_covers_what_lies_below_it(String pattern, String path, boolean covers) {
    assertThat(new Glob(pattern).covers(path)).isEqualTo(covers);
  }

  @Test
  void a_pattern_of_many_stars_costs_no_time() {
    Glob glob = new Glob("*a".repeat(50) + "b");

    boolean matches =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> glob.matches("a".repeat(20_000)));

    assertThat(matches).isFalse();
  }
}
