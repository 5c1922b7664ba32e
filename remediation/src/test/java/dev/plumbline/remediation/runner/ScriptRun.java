package dev.plumbline.remediation.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run of the script.
 *
 * @param output what it printed
 */
record ScriptRun(int status, String output) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An order to plan the code in that directory, for tests to change. */
  static ObjectNode order(Path directory) throws IOException {
    return (ObjectNode)
        JSON.readTree(
            """
            {"run":"plan","stack":"shop","remediation":"r1","tool":"terraform","toolVersion":null,"repository":null,
             "directory":"%s","ref":null,"commit":null,"workspace":null,"targets":[],"varFiles":[],"backendConfig":[],
             "refreshOnly":false,"lock":true,"lockTimeoutSeconds":5,"timeoutSeconds":60,"key":"plans/shop/r1"}
            """
                .formatted(directory));
  }

  static ScriptRun of(
      Path folder, String verb, String order, Map<String, String> environment, FakeTool machine)
      throws Exception {
    return of(folder, verb, order, environment, machine, process -> {});
  }

  static ScriptRun of(
      Path folder,
      String verb,
      String order,
      Map<String, String> environment,
      FakeTool machine,
      Consumer<Process> meanwhile)
      throws Exception {
    Path script = folder.resolve("plumbline-run");
    Files.writeString(script, RunnerScript.SCRIPT.text());
    Path output = Files.createTempFile(folder, "output", "");
    ProcessBuilder builder =
        new ProcessBuilder("sh", script.toString(), verb)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> all = new HashMap<>(machine.environment());
    all.put("PLUMBLINE_ORDER", order);
    all.put("PLUMBLINE_PLAN_FILE", folder.resolve("plan.tar.gz").toString());
    all.putAll(environment);
    all.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    Process process = builder.start();
    meanwhile.accept(process);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The script does not end: " + Files.readString(output));
    }
    return new ScriptRun(process.exitValue(), Files.readString(output, UTF_8));
  }

  static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }
}
