package dev.plumbline.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.config.Configuration;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What all stacks manage, by their states as they are now. */
class ManagedNowTest {

  private static final Unmanaged ROLE = new Unmanaged("aws_iam_role", "app", "123456789012", "");
  private static final Instant LOCKED = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void what_any_stack_s_state_has_is_managed() throws Exception {
    state("net", "aws_iam_role", "other");
    state("shop", "aws_iam_role", "app");

    ManagedNow managed = managed("net", "shop");

    assertThat(managed.claims().contains(ROLE)).isTrue();
    assertThat(managed.claims().contains(new Unmanaged("aws_iam_role", "x", "123456789012", "")))
        .isFalse();
    assertThat(managed.mayYetHave(LOCKED)).isFalse();
    assertThat(managed.notes()).isEmpty();
  }

  @Test
  void who_has_held_a_lock_since_before_something_was_made_may_have_made_it() throws Exception {
    state("net", "aws_iam_role", "other");
    lock("net", LOCKED.toString());

    ManagedNow managed = managed("net");

    assertThat(managed.mayYetHave(LOCKED)).isTrue();
    assertThat(managed.mayYetHave(LOCKED.plusSeconds(60))).isTrue();
    assertThat(managed.mayYetHave(LOCKED.minusSeconds(1))).isFalse();
  }

  @Test
  void a_lock_that_does_not_say_since_when_it_is_held_may_be_an_old_one() throws Exception {
    state("net", "aws_iam_role", "other");
    lock("net", "");

    assertThat(managed("net").mayYetHave(LOCKED)).isTrue();
  }

  @Test
  void a_state_that_cannot_be_read_is_said_and_hides_no_other() throws Exception {
    state("shop", "aws_iam_role", "app");

    ManagedNow managed = managed("lost", "shop");

    assertThat(managed.claims().contains(ROLE)).isTrue();
    assertThat(managed.notes())
        .singleElement()
        .asString()
        .contains("lost.tfstate could not be read", "may be listed as unmanaged");
  }

  private ManagedNow managed(String... stacks) throws Exception {
    StringBuilder yaml = new StringBuilder("version: 1\nstacks:\n");
    for (String stack : stacks) {
      yaml.append("  - {name: %s, state: \"%s\"}\n".formatted(stack, file(stack)));
    }
    Connection connection =
        new Connection(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
            "us-east-1",
            Optional.of(URI.create("http://aws.invalid")));
    try (Wiring wiring = new Wiring(connection, Configuration.parse(yaml.toString(), "here"))) {
      return wiring.managedNow();
    }
  }

  private Path file(String stack) {
    return folder.resolve(stack + ".tfstate");
  }

  private void state(String stack, String type, String id) throws Exception {
    Files.writeString(
        file(stack),
        """
        {"version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "%s", "outputs": {},
         "resources": [{"mode": "managed", "type": "%s", "name": "it",
           "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
           "instances": [{"schema_version": 0, "attributes": {"id": "%s", "name": "%s",
             "arn": "arn:aws:iam::123456789012:role/%s"}}]}]}
        """
            .formatted(stack, type, id, id, id));
  }

  private void lock(String stack, String created) throws Exception {
    Files.writeString(
        folder.resolve("." + stack + ".tfstate.lock.info"),
        """
        {"ID": "1", "Operation": "OperationTypeApply", "Info": "", "Who": "ci@runner",
         "Version": "1.11.4", "Created": "%s", "Path": "%s.tfstate"}
        """
            .formatted(created, stack));
  }
}
