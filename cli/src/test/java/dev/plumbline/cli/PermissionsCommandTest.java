package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.live.ReadPolicies;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionsCommandTest {

  private static final String STATE =
      """
      {"version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "a", "resources": [
        {"mode": "managed", "type": "aws_sqs_queue", "name": "jobs",
         "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
         "instances": [{"schema_version": 0, "attributes": {"id": "https://sqs/1/jobs"}}]},
        {"mode": "managed", "type": "aws_no_such", "name": "it",
         "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
         "instances": [{"schema_version": 0, "attributes": {"id": "it"}}]}]}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_state_takes_its_types_actions_and_no_others(@TempDir Path folder) throws IOException {
    Path state = Files.writeString(folder.resolve("terraform.tfstate"), STATE);

    assertThat(run(state.toString())).isZero();

    JsonNode policy = new ObjectMapper().readTree(out.toString());
    assertThat(policy.path("Version").asText()).isEqualTo("2012-10-17");
    assertThat(actions(policy))
        .isEqualTo(ResourceTypes.aws().type("aws_sqs_queue").orElseThrow().actions());
    assertThat(err.toString()).contains("aws_no_such is not read");
  }

  @Test
  void without_a_state_every_type_can_be_read_and_no_policy_is_larger_than_iam_allows()
      throws IOException {
    assertThat(run()).isZero();

    JsonNode printed = new ObjectMapper().readTree(out.toString());
    Set<String> granted = new TreeSet<>();
    for (JsonNode policy : printed.isArray() ? printed : List.of(printed)) {
      assertThat(policy.toString()).hasSizeLessThanOrEqualTo(ReadPolicies.LIMIT);
      granted.addAll(actions(policy));
    }
    AwsTypes types = ResourceTypes.aws();
    Set<String> declared = new TreeSet<>();
    types.types().forEach(type -> declared.addAll(types.type(type).orElseThrow().actions()));
    assertThat(granted).isEqualTo(declared);
  }

  @Test
  void a_state_that_cannot_be_read_is_an_error_that_says_so(@TempDir Path folder) {
    assertThat(run(folder.resolve("none.tfstate").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("none.tfstate");
    assertThat(out.toString()).isEmpty();
  }

  private static Set<String> actions(JsonNode policy) {
    Set<String> actions = new TreeSet<>();
    policy
        .path("Statement")
        .forEach(
            statement -> {
              assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
              statement.path("Action").forEach(action -> actions.add(action.asText()));
            });
    return actions;
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "permissions";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Plumbline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
