package dev.plumbline.wiring.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Origin;
import dev.plumbline.wiring.work.Work;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The branch is how a pull request that is open is found again. */
class IgnoreDraftTest {

  @Test
  void what_is_asked_for_has_the_branch_it_always_had() {
    assertThat(branch(Optional.of("tags"))).isEqualTo("plumbline/ignore-6c6f39f04d607af3");
    assertThat(branch(Optional.empty())).isEqualTo("plumbline/ignore-746a97f7be4d3d9a");
  }

  private static String branch(Optional<String> attribute) {
    return IgnoreDraft.of(
            new Work.Ignore(
                "freeside",
                "aws_x.y[\"ü\"]",
                attribute,
                LocalDate.of(2027, 1, 31),
                "tests",
                new Actor(Actor.Realm.SLACK, "U012AB3CD"),
                new Origin.Comment("acme/infra", 12, 4711)))
        .branch();
  }
}
