package dev.plumbline.wiring.remediate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.remediation.runner.RunSettings;
import dev.plumbline.wiring.CodeIgnores;
import dev.plumbline.wiring.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class DeployedStacksTest {

  @TempDir private Path folder;
  private Path state;
  private DeployedStacks stacks;

  @BeforeEach
  void deploy() throws IOException {
    state = folder.resolve("terraform.tfstate");
    Files.writeString(
        state,
        """
        {"version": 4, "terraform_version": "1.11.4", "serial": 3, "lineage": "l", "resources": []}
        """);
    stacks =
        new DeployedStacks(
            new Connection(AnonymousCredentialsProvider.create(), "us-east-1", Optional.empty()),
            this::configuration,
            _ -> CodeIgnores.NONE,
            () -> new byte[32],
            Duration.ofSeconds(20),
            InstantSource.system());
  }

  private Configuration configuration() throws IOException {
    try {
      return Configuration.parse(
          """
          version: 1
          stacks:
            - {name: shop, state: "%s", environment: production}
            - name: green
              state: s3://states/env:/green/shop/terraform.tfstate
            - name: blue
              state: s3://states/env:/blue/shop/terraform.tfstate
              remediation: {run: {varFiles: [blue.tfvars], timeout: 10m}}
            - name: odd
              state: s3://states/teams/odd/terraform.tfstate
              remediation: {run: {workspace: odd}}
          """
              .formatted(state),
          "plumbline.yaml");
    } catch (ConfigurationException e) {
      throw new IOException(e);
    }
  }

  @Test
  void a_stack_is_what_the_deployed_configuration_says_of_it() throws IOException {
    assertThat(stacks.find("shop").orElseThrow().environment()).isEqualTo("production");
    assertThat(stacks.find("shed")).isEmpty();
  }

  @Test
  void whoever_holds_the_lock_is_named_and_nobody_is_where_it_is_free() throws IOException {
    assertThat(stacks.holder("shop")).isEmpty();

    Files.writeString(
        folder.resolve(".terraform.tfstate.lock.info"),
        """
        {"ID": "lock-1", "Operation": "OperationTypeApply", "Who": "ana@laptop", "Created": "2026-11-23T09:00:00Z"}
        """);

    assertThat(stacks.holder("shop").orElseThrow()).contains("ana@laptop").contains("lock-1");
  }

  @Test
  void the_code_is_run_as_configured_and_else_in_the_workspace_of_the_state() throws IOException {
    assertThat(stacks.of("shop")).isEqualTo(RunSettings.USUAL);
    assertThat(stacks.of("green")).isEqualTo(RunSettings.USUAL.inWorkspace(Optional.of("green")));
    assertThat(stacks.of("odd").workspace()).contains("odd");
    assertThat(stacks.of("blue"))
        .isEqualTo(
            new RunSettings(
                Optional.of("blue"),
                Optional.empty(),
                List.of("blue.tfvars"),
                List.of(),
                RunSettings.USUAL.lockTimeout(),
                Duration.ofMinutes(10)));
  }

  @Test
  void the_code_of_a_stack_that_left_is_not_run_in_some_workspace() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> stacks.of("shed"))
        .withMessageContaining("no stack called shed");
  }

  @Test
  void a_stack_is_read_again_under_its_name() throws IOException {
    assertThat(stacks.scan("shop", Set.of()).stack()).isEqualTo("shop");
    assertThat(stacks.scan("shop", Set.of()).state().orElseThrow().serial()).isEqualTo(3);
  }

  @Test
  void a_stack_that_left_the_configuration_is_said_to_have() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> stacks.scan("shed", Set.of()))
        .withMessageContaining("no stack called shed");
  }
}
