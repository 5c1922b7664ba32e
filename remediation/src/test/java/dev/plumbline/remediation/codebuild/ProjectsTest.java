package dev.plumbline.remediation.codebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.remediation.Remediation.Run.Kind;
import org.junit.jupiter.api.Test;

/** Projects are made by the deployment and found by name. */
class ProjectsTest {

  private final Projects projects = new Projects("plumbline");

  @Test
  void a_stack_whose_name_fits_is_called_by_it() {
    assertThat(projects.of(Kind.CHECK, "shop_1")).isEqualTo("plumbline-plan-shop_1");
  }

  @Test
  void another_stack_is_called_by_what_is_left_of_its_name_and_a_hash() {
    assertThat(projects.of(Kind.APPLY, "shop/prod ü"))
        .isEqualTo("plumbline-apply-shop-prod--c98e095b3246");
  }
}
