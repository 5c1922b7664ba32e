package dev.plumbline.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.StackEntry;
import dev.plumbline.engine.ignore.IgnoreRules;
import dev.plumbline.engine.ignore.IgnoreRules.Subject;
import dev.plumbline.wiring.StackPlans.Named;
import dev.plumbline.wiring.publish.FetchedCode;
import dev.plumbline.wiring.publish.GitHubAccess;
import dev.plumbline.wiring.settings.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodeIgnoresTest {

  private static final Subject SERVICE =
      new Subject("shop", "aws_ecs_service.web", "aws_ecs_service", "web");

  @TempDir private Path folder;

  @Test
  void ignore_changes_of_code_at_hand_become_rules_of_that_stack_alone() throws Exception {
    Files.createDirectory(folder.resolve("live"));
    Files.writeString(
        folder.resolve("live/main.tf"),
        """
        resource "aws_ecs_service" "web" {
          lifecycle {
            ignore_changes = [desired_count]
          }
        }
        """);

    CodeIgnores read =
        CodeIgnores.read(List.of(stack("{directory: live}")), CodeIgnores.Folders.below(folder));

    assertThat(read.problems()).isEmpty();
    var rules = IgnoreRules.of(read.rules(), LocalDate.EPOCH);
    assertThat(rules.match(SERVICE, "desired_count")).isPresent();
    assertThat(
            rules.match(
                new Subject("other", SERVICE.address(), SERVICE.type(), SERVICE.id()),
                "desired_count"))
        .isEmpty();
  }

  @Test
  void code_in_a_repository_without_a_token_is_a_problem_that_is_told() throws Exception {
    Secrets none =
        new Secrets(
            () -> {
              throw new AssertionError("no secret is named");
            },
            InstantSource.system());
    try (FetchedCode code =
        new FetchedCode(folder, new GitHubAccess(none, Optional.empty(), InstantSource.system()))) {
      CodeIgnores read =
          CodeIgnores.read(
              List.of(stack("{repository: acme/infra, directory: live, ref: main}")), code);

      assertThat(read.rules()).isEmpty();
      assertThat(read.problems())
          .singleElement()
          .asString()
          .startsWith("shop: ")
          .contains("no GitHub token", "acme/infra");
    }
  }

  private static Named stack(String source) throws Exception {
    Configuration configuration =
        Configuration.parse(
            """
            version: 1
            stacks:
              - {name: shop, state: shop.tfstate, remediation: {source: %s}}
            """
                .formatted(source),
            "test");
    StackEntry.Stack stack = (StackEntry.Stack) configuration.stacks().getFirst();
    return new Named(stack.name(), stack.state(), stack.settings());
  }
}
