package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code samconfig.toml} and the files it names follow the stack. */
class LocalInvocationTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void the_template_that_sam_runs_is_the_default_stack() throws IOException {
    String stackName = DeploymentFile.parse("deployment.json", "{}").stackName();

    assertThat(Files.readString(ROOT.resolve("samconfig.toml")))
        .contains("template_file = \"cdk/cdk.out/" + stackName + ".template.json\"")
        .contains("sam local invoke " + ScanFunction.NAME);
  }

  @Test
  void the_environment_and_the_event_are_there_and_name_the_function() throws IOException {
    assertThat(Files.readString(ROOT.resolve("samconfig.toml")))
        .contains("\"cdk/local/env.json\"", "\"cdk/local/event.json\"");
    JsonNode environment =
        JsonMapper.builder().build().readTree(Path.of("local/env.json").toFile());
    assertThat(environment.path(ScanFunction.NAME).path("CONFIG_URI").asText()).startsWith("s3://");
    assertThat(Path.of("local/event.json")).hasContent("{}");
  }
}
