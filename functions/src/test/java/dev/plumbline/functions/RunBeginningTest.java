package dev.plumbline.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.run.Inventory;
import dev.plumbline.wiring.run.RunFolder;
import dev.plumbline.wiring.run.RunItem;
import dev.plumbline.wiring.settings.ConfigurationLocation;
import dev.plumbline.wiring.settings.ConfigurationStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.ssm.SsmClient;

/** What the state machine is told to go through. */
class RunBeginningTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final FakeAccount account = new FakeAccount();

  @BeforeEach
  void deploy() {
    configure("shop", "net/prod");
  }

  @Test
  void the_list_lies_in_the_bucket_with_an_object_for_each_stack() throws Exception {
    JsonNode answer = begin("{\"run\": \"one\", \"input\": {}}");

    assertThat(answer.path("run").asText()).isEqualTo("one");
    assertThat(answer.path("key").asText()).isEqualTo("runs/one/items.json");
    assertThat(answer.path("stacks").asInt()).isEqualTo(2);
    assertThat(answer.path("dryRun").asBoolean()).isFalse();
    assertThat(JSON.readTree(account.objects.get("reports-bucket/runs/one/items.json")))
        .isEqualTo(
            JSON.readTree(
                """
                [{"stack": "shop", "state": "s3://b/shop.tfstate"},
                 {"stack": "net/prod", "state": "s3://b/net/prod.tfstate"}]"""));
  }

  @Test
  void a_stack_that_is_read_in_slices_is_so_many_objects_and_one_stack() throws Exception {
    RunFolder folder = new RunFolder(account::s3, "reports-bucket");
    List<RunItem> items =
        List.of(new RunItem("a", "s3://b/a"), new RunItem("large", "s3://b/large", 0, 2));
    folder.keep("one", new Inventory(items, items, true, List.of()));

    assertThat(begin("{\"run\": \"one\", \"input\": {}}").path("stacks").asInt()).isEqualTo(2);
    assertThat(folder.inventory("one").orElseThrow().items()).isEqualTo(items);
    assertThat(JSON.readTree(account.objects.get("reports-bucket/runs/one/items.json")))
        .isEqualTo(
            JSON.readTree(
                """
                [{"stack": "a", "state": "s3://b/a"},
                 {"stack": "large", "state": "s3://b/large", "slice": 1, "slices": 2},
                 {"stack": "large", "state": "s3://b/large", "slice": 2, "slices": 2}]"""));
  }

  @Test
  void a_group_and_its_flags_are_handed_on() throws Exception {
    JsonNode answer =
        begin("{\"run\": \"one\", \"input\": {\"stacks\": [\"shop\"], \"dryRun\": true}}");

    assertThat(answer.path("stacks").asInt()).isOne();
    assertThat(answer.path("dryRun").asBoolean()).isTrue();
  }

  @Test
  void a_run_that_is_gone_on_with_keeps_its_list() throws Exception {
    begin("{\"run\": \"one\", \"input\": {}}");
    configure("other");

    JsonNode answer = begin("{\"run\": \"two\", \"input\": {\"run\": \"one\"}}");

    assertThat(answer.path("run").asText()).isEqualTo("one");
    assertThat(answer.path("stacks").asInt()).isEqualTo(2);
    assertThat(account.objects).doesNotContainKey("reports-bucket/runs/two/items.json");
  }

  @Test
  void what_cannot_be_done_is_refused_before_anything_is_scanned() {
    refused("{\"run\": \"two\", \"input\": {\"run\": \"none\"}}", "There is no run called none");
    refused("{\"run\": \"one\", \"input\": {\"stakcs\": []}}", "stakcs");
    refused("{\"run\": \"one\", \"input\": {\"unmanaged\": true}}", "no unmanaged resources");
    refused("{\"run\": \"a/b\", \"input\": {}}", "The name of a run");
    assertThat(account.objects.keySet()).noneMatch(key -> key.contains("runs/"));
  }

  private void refused(String event, String why) {
    assertThatExceptionOfType(ScanInputException.class)
        .isThrownBy(() -> begin(event))
        .withMessageContaining(why);
  }

  private void configure(String... stacks) {
    StringBuilder yaml = new StringBuilder("version: 1\nruns: {splitOver: never}\nstacks:\n");
    for (String stack : stacks) {
      yaml.append("  - {name: %s, state: \"s3://b/%s.tfstate\"}\n".formatted(stack, stack));
    }
    account.objects.put("reports-bucket/plumbline.yaml", yaml.toString());
  }

  private JsonNode begin(String event) throws Exception {
    Connection connection =
        new Connection(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
            "us-east-1",
            Optional.empty());
    return new RunBeginning(
            connection,
            new ConfigurationStore(account::s3, SsmClient::create),
            ConfigurationLocation.parse("s3://reports-bucket/plumbline.yaml").orElseThrow(),
            new RunFolder(account::s3, "reports-bucket"))
        .begin(JSON.readTree(event));
  }
}
